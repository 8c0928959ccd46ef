import { type Static, Type } from 'typebox'

/** One entry of #23. Width and height in pixels. */
export const Preset = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f]{32}$', examples: ['adad68e6b17d4f9ab6f0a0300aa9ad3a'] }),
  name: Type.String(),
  description: Type.String(),
  height: Type.Integer(),
  width: Type.Integer(),
  keepAspectRatio: Type.Boolean(),
  mainLibraryEnabled: Type.Boolean(),
  portalEnabled: Type.Boolean(),
})
export type Preset = Static<typeof Preset>

/** #23, by name. */
export const PresetList = Type.Array(Preset)
export type PresetList = Static<typeof PresetList>
