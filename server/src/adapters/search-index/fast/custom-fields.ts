import { type CustomFieldId, isCustomFieldId } from '../../../domain/custom-field/custom-field.ts'
import type { SearchDocument } from '../../../domain/search/search-document.ts'
import { json, type Saved, type Sections, savedJson } from './snapshot-sections.ts'
import { float64, SparseNumbers } from './sparse-numbers.ts'
import { SparseValueLists } from './sparse-value-lists.ts'
import type { Sweep } from './sweep.ts'

/** What documents say in custom fields, by field: as a rule few say anything in most of them. */
export class CustomFields {
  readonly texts = new Map<CustomFieldId, SparseValueLists>()
  readonly numbers = new Map<CustomFieldId, SparseNumbers>()

  get memoryBytes(): number {
    let sum = 0
    for (const lists of this.texts.values()) sum += lists.memoryBytes
    for (const numbers of this.numbers.values()) sum += numbers.memoryBytes
    return sum
  }

  add(slot: number, { customTexts, customNumbers }: SearchDocument): void {
    for (const [id, values] of Object.entries(customTexts)) {
      if (values.length === 0 || !isCustomFieldId(id)) continue
      const lists = this.texts.get(id) ?? new SparseValueLists()
      this.texts.set(id, lists)
      lists.add(slot, values)
    }
    // who had the slot before said something else
    for (const numbers of this.numbers.values()) numbers.forget(slot)
    for (const [id, value] of Object.entries(customNumbers)) {
      if (!isCustomFieldId(id)) continue
      const numbers = this.numbers.get(id) ?? new SparseNumbers(float64)
      this.numbers.set(id, numbers)
      numbers.put(slot, value)
    }
  }

  *sweep(sweep: Sweep): Generator<void> {
    for (const lists of this.texts.values()) yield* lists.sweep(sweep)
  }

  save(): Sections {
    return [
      json('custom.texts', [...this.texts.keys()]),
      json('custom.numbers', [...this.numbers.keys()]),
      ...Array.from(this.texts, ([id, lists]) => lists.save(`custom.${id}`)).flat(),
      ...Array.from(this.numbers, ([id, numbers]) => numbers.save(`custom.${id}`)).flat(),
    ]
  }

  endDump(): void {
    for (const lists of this.texts.values()) lists.endDump()
  }

  load(saved: Saved): void {
    for (const id of savedJson(saved, 'custom.texts') as CustomFieldId[]) {
      const lists = new SparseValueLists()
      lists.load(`custom.${id}`, saved)
      this.texts.set(id, lists)
    }
    for (const id of savedJson(saved, 'custom.numbers') as CustomFieldId[]) {
      const numbers = new SparseNumbers(float64)
      numbers.load(`custom.${id}`, saved)
      this.numbers.set(id, numbers)
    }
  }
}
