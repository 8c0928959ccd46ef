import type { LibrarySettings } from './library-settings.ts'

export interface SettingStore {
  /** What was never written has its default. */
  read(): Promise<LibrarySettings>
  /** The rest stays as it is. */
  write(settings: Partial<LibrarySettings>): Promise<void>
}
