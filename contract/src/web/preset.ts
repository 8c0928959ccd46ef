import { type Static, Type } from 'typebox'
import { Preset } from '../preset.ts'

/** `GET /web/v1/presets`, by name. */
export const PresetSettings = Type.Object({ results: Type.Array(Preset) })
export type PresetSettings = Static<typeof PresetSettings>

/** `POST /web/v1/presets` and `PUT /web/v1/presets/{id}`: enabled everywhere and stretching, unless said otherwise. */
export const PresetBody = Type.Object({
  name: Type.String(),
  description: Type.Optional(Type.String()),
  width: Type.Integer(),
  height: Type.Integer(),
  keepAspectRatio: Type.Optional(Type.Boolean()),
  mainLibraryEnabled: Type.Optional(Type.Boolean()),
  portalEnabled: Type.Optional(Type.Boolean()),
})
export type PresetBody = Static<typeof PresetBody>
