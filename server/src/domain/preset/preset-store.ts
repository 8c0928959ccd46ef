import type { Preset, PresetId } from './preset.ts'

export interface PresetStore {
  /** Rejects with `Invalid` (`name-in-use`) when the name is taken, without regard to case. */
  insert(preset: Preset): Promise<void>
  /** The same refusal; of an unknown id nothing. */
  update(preset: Preset): Promise<void>
  delete(id: PresetId): Promise<void>
  find(id: PresetId): Promise<Preset | undefined>
  /** By name without regard to case. */
  all(): Promise<Preset[]>
}
