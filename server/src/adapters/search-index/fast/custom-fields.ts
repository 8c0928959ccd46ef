import { type CustomFieldId, isCustomFieldId } from '../../../domain/custom-field/custom-field.ts'
import type { SearchDocument } from '../../../domain/search/search-document.ts'
import { type Bits, hasBit } from './bits.ts'
import { withRoom } from './growing.ts'
import type { Hits } from './hits.ts'
import { gone } from './postings.ts'
import { json, type Saved, type Sections, savedFloat64, savedJson, savedUint32, section } from './snapshot-sections.ts'
import { ValueLists } from './value-lists.ts'

/** The numbers of one custom field: slots that have one, ascending, and what it is. */
export type SparseNumbers = { slots: Uint32Array; values: Float64Array; count: number }

/** What documents say in custom fields, by field: as a rule few say anything in most of them. */
export class CustomFields {
  readonly texts = new Map<CustomFieldId, ValueLists>()
  readonly numbers = new Map<CustomFieldId, SparseNumbers>()

  get memoryBytes(): number {
    let sum = 0
    for (const lists of this.texts.values()) sum += lists.memoryBytes
    for (const { slots, values } of this.numbers.values()) sum += slots.byteLength + values.byteLength
    return sum
  }

  add(slot: number, { customTexts, customNumbers }: SearchDocument): void {
    for (const [id, values] of Object.entries(customTexts)) {
      if (values.length === 0 || !isCustomFieldId(id)) continue
      const lists = this.texts.get(id) ?? new ValueLists({ everySlot: false })
      this.texts.set(id, lists)
      lists.add(slot, values)
    }
    for (const [id, value] of Object.entries(customNumbers)) {
      if (!isCustomFieldId(id)) continue
      const field = this.numbers.get(id) ?? { slots: new Uint32Array(16), values: new Float64Array(16), count: 0 }
      this.numbers.set(id, field)
      field.slots = withRoom(field.slots, field.count + 1)
      field.values = withRoom(field.values, field.count + 1)
      field.slots[field.count] = slot
      field.values[field.count] = value
      field.count++
    }
  }

  numberOf(id: CustomFieldId, slot: number): number {
    const { slots, values, count } = this.numbers.get(id) ?? none
    const at = firstAtLeast(slots, slot, 0, count)
    return at < count && slots[at] === slot ? (values[at] as number) : Number.NaN
  }

  allWithin(id: CustomFieldId, bits: Bits): { slots: Uint32Array; numbers: Float64Array } {
    const { slots, values, count } = this.numbers.get(id) ?? none
    const [within, numbers] = [new Uint32Array(count), new Float64Array(count)]
    let found = 0
    for (let at = 0; at < count; at++) {
      if (!hasBit(bits, slots[at] as number)) continue
      within[found] = slots[at] as number
      numbers[found++] = values[at] as number
    }
    return { slots: within.subarray(0, found), numbers }
  }

  boundsWithin(id: CustomFieldId, hits: Hits): { min: number; max: number } {
    const { slots, values, count } = this.numbers.get(id) ?? none
    let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    const note = (value: number) => {
      if (value < min) min = value
      if (value > max) max = value
    }
    if (hits.count * 16 < count) {
      const wanted = hits.list()
      let from = 0
      for (let hit = 0; hit < hits.count && from < count; hit++) {
        const slot = wanted[hit] as number
        from = firstAtLeast(slots, slot, from, count)
        if (from < count && slots[from] === slot) note(values[from] as number)
      }
    } else for (let at = 0; at < count; at++) if (hasBit(hits.bits, slots[at] as number)) note(values[at] as number)
    return { min, max }
  }

  renumber(renumbered: Uint32Array, slotCount: number): void {
    for (const lists of this.texts.values()) lists.renumber(renumbered, slotCount)
    for (const field of this.numbers.values()) {
      const slots = new Uint32Array(field.slots.length)
      const values = new Float64Array(field.values.length)
      let count = 0
      for (let at = 0; at < field.count; at++) {
        const slot = renumbered[field.slots[at] as number] as number
        if (slot === gone) continue
        slots[count] = slot
        values[count++] = field.values[at] as number
      }
      Object.assign(field, { slots, values, count })
    }
  }

  save(): Sections {
    return [
      json('custom.texts', [...this.texts.keys()]),
      json('custom.numbers', [...this.numbers.keys()]),
      ...Array.from(this.texts, ([id, lists]) => lists.save(`custom.${id}`)).flat(),
      ...Array.from(this.numbers, ([id, { slots, values, count }]) => [
        section(`custom.${id}.slots`, slots.subarray(0, count)),
        section(`custom.${id}.values`, values.subarray(0, count)),
      ]).flat(),
    ]
  }

  endDump(): void {
    for (const lists of this.texts.values()) lists.endDump()
  }

  load(saved: Saved): void {
    for (const id of savedJson(saved, 'custom.texts') as CustomFieldId[]) {
      const lists = new ValueLists({ everySlot: false })
      lists.load(`custom.${id}`, saved)
      this.texts.set(id, lists)
    }
    for (const id of savedJson(saved, 'custom.numbers') as CustomFieldId[]) {
      const slots = savedUint32(saved, `custom.${id}.slots`)
      const values = savedFloat64(saved, `custom.${id}.values`)
      this.numbers.set(id, { slots, values, count: slots.length })
    }
  }
}

const none: SparseNumbers = { slots: new Uint32Array(0), values: new Float64Array(0), count: 0 }

/** Where in an ascending list the first is that is no less; looked for in ever larger steps, as it is near as a rule. */
function firstAtLeast(slots: Uint32Array, wanted: number, begin: number, count: number): number {
  let [from, step] = [begin, 1]
  while (from + step < count && (slots[from + step] as number) < wanted) {
    from += step
    step *= 2
  }
  let to = Math.min(count, from + step + 1)
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((slots[middle] as number) < wanted) from = middle + 1
    else to = middle
  }
  return from
}
