import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import { checkedPreset, type NewPreset } from './checked-preset.ts'
import type { Preset, PresetId } from './preset.ts'

export async function createPreset(
  { library, ids }: { library: Library; ids: Ids },
  asked: NewPreset,
): Promise<Preset> {
  const preset: Preset = { id: ids.newHex(16) as PresetId, ...checkedPreset(asked) }
  await library.transaction(({ presets }) => presets.insert(preset))
  return preset
}
