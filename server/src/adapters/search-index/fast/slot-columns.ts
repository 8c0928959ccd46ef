import { type Scheme, schemes } from '../../../domain/asset/scheme.ts'
import { fingerprintOf } from '../../../domain/search/fingerprint-of.ts'
import type { SearchDocument } from '../../../domain/search/search-document.ts'
import { type Bits, clearBit, setBit, wordsFor } from './bits.ts'
import { resized, withRoom } from './growing.ts'
import {
  copied,
  type Saved,
  type Sections,
  savedBytes,
  savedFloat64,
  savedUint32,
  section,
} from './snapshot-sections.ts'
import { float64, SparseNumbers } from './sparse-numbers.ts'

const denseNames = ['size', 'createdAt', 'modifiedAt', 'uploadedAt', 'dimension', 'dpi'] as const
/** What many have not, and nothing is sorted by. */
const sparseNames = ['createdInFileAt', 'duration', 'pages', 'expiresAt'] as const
type DenseName = (typeof denseNames)[number]
type SparseName = (typeof sparseNames)[number]
export type NumberName = DenseName | SparseName

export const isSparse = (name: NumberName): name is SparseName => (sparseNames as readonly NumberName[]).includes(name)

export const approvals = ['Approved', 'Pending', 'Restricted'] as const
export const orientations = ['Landscape', 'Portrait', 'Square'] as const
export const storageClasses = ['standard', 'freeze'] as const

const schemesInOrder: readonly Scheme[] = [...schemes].sort()
const setNames = [...approvals, ...schemes, ...orientations, ...storageClasses]
export type SetName = (typeof setNames)[number]

/** What each slot says in one number or one of a few words. */
export class SlotColumns {
  /** By slot; what has no number is NaN, which no comparison finds. */
  readonly numbers = Object.fromEntries(denseNames.map((name) => [name, new Float64Array(64)])) as Record<
    DenseName,
    Float64Array
  >
  readonly sparse = Object.fromEntries(sparseNames.map((name) => [name, new SparseNumbers(float64)])) as Record<
    SparseName,
    SparseNumbers
  >
  /** Slots that say each of the few words; of slots that are dead too. */
  readonly sets = Object.fromEntries(setNames.map((name) => [name, new Uint32Array(2)])) as Record<SetName, Bits>
  /** Place of the scheme among the schemes by name. */
  scheme = new Uint8Array(64)
  fingerprints = new Uint32Array(64)
  #count = 0

  get memoryBytes(): number {
    const arrays = [...Object.values(this.numbers), ...Object.values(this.sets), this.scheme, this.fingerprints]
    const sparse = Object.values(this.sparse).reduce((sum, numbers) => sum + numbers.memoryBytes, 0)
    return arrays.reduce((sum, array) => sum + array.byteLength, sparse)
  }

  add(slot: number, document: SearchDocument): void {
    this.#makeRoom(slot + 1)
    // a zero has no sign here: orders are made by bits
    for (const name of denseNames) this.numbers[name][slot] = (document[name] ?? Number.NaN) + 0
    for (const name of sparseNames) {
      const number = document[name]
      // who had the slot before may have had one
      if (number === null) this.sparse[name].forget(slot)
      else this.sparse[name].put(slot, number + 0)
    }
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

  save(): Sections {
    const words = wordsFor(this.#count)
    return [
      ...denseNames.map((name) => section(`columns.${name}`, this.numbers[name].subarray(0, this.#count))),
      ...sparseNames.flatMap((name) => this.sparse[name].save(`columns.${name}`)),
      ...setNames.map((name) => copied(`columns.${name}`, this.sets[name].subarray(0, words))),
      section('columns.schemes', this.scheme.subarray(0, this.#count)),
      section('columns.fingerprints', this.fingerprints.subarray(0, this.#count)),
    ]
  }

  load(saved: Saved): void {
    for (const name of denseNames) this.numbers[name] = savedFloat64(saved, `columns.${name}`)
    for (const name of sparseNames) this.sparse[name].load(`columns.${name}`, saved)
    for (const name of setNames) this.sets[name] = savedUint32(saved, `columns.${name}`)
    this.scheme = savedBytes(saved, 'columns.schemes')
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
      for (const name of denseNames) this.numbers[name] = withRoom(this.numbers[name], slots)
      this.scheme = withRoom(this.scheme, slots)
      this.fingerprints = withRoom(this.fingerprints, slots)
    }
    const words = wordsFor(slots)
    if (words <= this.words) return
    const room = words + (words >>> 2) + 8
    for (const name of setNames) this.sets[name] = resized(this.sets[name], room)
  }
}
