import { NotFound } from '../domain-error.ts'
import type { Library } from '../ports/library.ts'
import { checkedPreset } from './checked-preset.ts'
import type { Preset, PresetId } from './preset.ts'

export async function updatePreset({ library }: { library: Library }, asked: Preset): Promise<Preset> {
  const preset: Preset = { id: asked.id, ...checkedPreset(asked) }
  await library.transaction(async ({ presets }) => {
    if (!(await presets.find(preset.id))) throw new NotFound(`preset ${preset.id}`)
    await presets.update(preset)
  })
  return preset
}

export async function deletePreset({ library }: { library: Library }, id: PresetId): Promise<void> {
  await library.transaction(async ({ presets }) => {
    if (!(await presets.find(id))) throw new NotFound(`preset ${id}`)
    await presets.delete(id)
  })
}
