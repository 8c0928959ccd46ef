import { type Scheme, schemes } from '../../../domain/asset/scheme.ts'
import { fingerprintOf } from '../../../domain/search/fingerprint-of.ts'
import type { SearchDocument } from '../../../domain/search/search-document.ts'
import { type Bits, clearBit, countBits, listSlots, setBit, wordsFor } from './bits.ts'
import { resized, withRoom } from './growing.ts'
import { copied, type Saved, type Sections, savedFloat64, savedUint32, section } from './snapshot-sections.ts'

const numberNames = [
  'size',
  'createdAt',
  'modifiedAt',
  'uploadedAt',
  'createdInFileAt',
  'dimension',
  'dpi',
  'duration',
  'pages',
  'expiresAt',
] as const
export type NumberName = (typeof numberNames)[number]

export const approvals = ['Approved', 'Pending', 'Restricted'] as const
export const orientations = ['Landscape', 'Portrait', 'Square'] as const
export const storageClasses = ['standard', 'freeze'] as const

const schemesInOrder: readonly Scheme[] = [...schemes].sort()
const setNames = [...approvals, ...schemes, ...orientations, ...storageClasses]
export type SetName = (typeof setNames)[number]

/** What each slot says in one number or one of a few words. What has no number is NaN, which no comparison finds. */
export class SlotColumns {
  readonly numbers = Object.fromEntries(numberNames.map((name) => [name, new Float64Array(64)])) as Record<
    NumberName,
    Float64Array
  >
  /** Slots that say each of the few words; of slots that are dead too. */
  readonly sets = Object.fromEntries(setNames.map((name) => [name, new Uint32Array(2)])) as Record<SetName, Bits>
  /** Place of the scheme among the schemes by name. */
  scheme = new Float64Array(64)
  fingerprints = new Uint32Array(64)
  #count = 0

  get memoryBytes(): number {
    const arrays = [...Object.values(this.numbers), ...Object.values(this.sets), this.scheme, this.fingerprints]
    return arrays.reduce((sum, array) => sum + array.byteLength, 0)
  }

  add(slot: number, document: SearchDocument): void {
    this.#makeRoom(slot + 1)
    // a zero has no sign here: orders are made by bits
    for (const name of numberNames) this.numbers[name][slot] = (document[name] ?? Number.NaN) + 0
    this.scheme[slot] = schemesInOrder.indexOf(document.scheme)
    this.fingerprints[slot] = fingerprintOf(document)
    const { approval, scheme, orientation, storageClass } = document
    // who had the slot before said other words
    for (const name of setNames) clearBit(this.sets[name], slot)
    setBit(this.sets[approval], slot)
    setBit(this.sets[scheme], slot)
    if (orientation !== null) setBit(this.sets[orientation], slot)
    setBit(this.sets[storageClass], slot)
    this.#count = Math.max(this.#count, slot + 1)
  }

  allWithin(name: NumberName, bits: Bits): { slots: Uint32Array; numbers: Float64Array } {
    const slots = new Uint32Array(countBits(bits, bits.length))
    listSlots(bits, bits.length, slots)
    const column = this.numbers[name]
    const numbers = new Float64Array(slots.length)
    for (let at = 0; at < slots.length; at++) numbers[at] = column[slots[at] as number] as number
    return { slots, numbers }
  }

  save(): Sections {
    const words = wordsFor(this.#count)
    return [
      ...numberNames.map((name) => section(`columns.${name}`, this.numbers[name].subarray(0, this.#count))),
      ...setNames.map((name) => copied(`columns.${name}`, this.sets[name].subarray(0, words))),
      section('columns.schemes', this.scheme.subarray(0, this.#count)),
      section('columns.fingerprints', this.fingerprints.subarray(0, this.#count)),
    ]
  }

  load(saved: Saved): void {
    for (const name of numberNames) this.numbers[name] = savedFloat64(saved, `columns.${name}`)
    for (const name of setNames) this.sets[name] = savedUint32(saved, `columns.${name}`)
    this.scheme = savedFloat64(saved, 'columns.schemes')
    this.fingerprints = savedUint32(saved, 'columns.fingerprints')
    this.#count = this.fingerprints.length
    this.#makeRoom(this.#count + 1)
  }

  /** How many words sets have: more than slots need, the same for all of them. */
  get words(): number {
    return this.sets.Approved.length
  }

  #makeRoom(slots: number): void {
    if (slots > this.scheme.length) {
      for (const name of numberNames) this.numbers[name] = withRoom(this.numbers[name], slots)
      this.scheme = withRoom(this.scheme, slots)
      this.fingerprints = withRoom(this.fingerprints, slots)
    }
    const words = wordsFor(slots)
    if (words <= this.words) return
    const room = words + (words >>> 2) + 8
    for (const name of setNames) this.sets[name] = resized(this.sets[name], room)
  }
}
