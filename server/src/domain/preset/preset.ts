import type { Brand } from '../brand.ts'

/** 32 hexadecimal digits. */
export type PresetId = Brand<string, 'PresetId'>

/** A size that pictures are downloaded in, ready to be chosen. */
export type Preset = {
  id: PresetId
  name: string
  description: string
  /** Pixels. */
  width: number
  height: number
  /** Fit inside instead of becoming exactly that size. */
  keepAspectRatio: boolean
  mainLibraryEnabled: boolean
  portalEnabled: boolean
}
