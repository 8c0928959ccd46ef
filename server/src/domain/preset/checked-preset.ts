import { checkedLine } from '../checked-line.ts'
import { Invalid } from '../domain-error.ts'
import type { Preset } from './preset.ts'

const longestSide = 30_000

export type NewPreset = Omit<Preset, 'id'>

export function checkedPreset(given: NewPreset): NewPreset {
  for (const side of ['width', 'height'] as const) {
    const pixels = given[side]
    if (!Number.isInteger(pixels) || pixels < 1 || pixels > longestSide) {
      throw new Invalid(`${side}: ${pixels} is not possible; give a whole number of 1 to ${longestSide} pixels`)
    }
  }
  return {
    ...given,
    name: checkedLine(given.name, { called: 'name: the name of a preset', to: 80 }),
    description: checkedLine(given.description, { called: 'description: this', from: 0, to: 800 }),
  }
}
