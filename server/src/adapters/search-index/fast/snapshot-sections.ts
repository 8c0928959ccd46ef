import { SnapshotRefused } from '../../../domain/search/search-snapshot.ts'

/** A named piece of a snapshot: the bytes of one array. */
export type Section = { name: string; bytes: Uint8Array }
export type Sections = readonly Section[]
export type Saved = ReadonlyMap<string, Uint8Array>

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/**
 * Arrays that grow at their end or in places nothing tells of are given as they are: what is added later lies beyond
 * what is dumped, or where nobody looks.
 */
export const section = (name: string, array: Numbers): Section => ({
  name,
  bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
})

/** Arrays that change in place are copied, so that a dump shows one moment. */
export const copied = (name: string, array: Numbers): Section => section(name, array.slice())

export const json = (name: string, value: unknown): Section => ({ name, bytes: Buffer.from(JSON.stringify(value)) })

export const savedJson = (saved: Saved, name: string): unknown =>
  JSON.parse(Buffer.from(memoryOf(saved, name)).toString())

/** Each section was read into memory of its own, which the array then has, with the room behind it. */
function memoryOf(saved: Saved, name: string): Uint8Array {
  const bytes = saved.get(name)
  if (bytes === undefined) throw new SnapshotRefused(`The snapshot has no ${name}`)
  return bytes
}

export const savedBytes = (saved: Saved, name: string) => {
  const { buffer, byteLength } = memoryOf(saved, name)
  return new Uint8Array(buffer as ArrayBuffer, 0, byteLength)
}
export const savedUint16 = (saved: Saved, name: string) => {
  const { buffer, byteLength } = memoryOf(saved, name)
  return new Uint16Array(buffer as ArrayBuffer, 0, byteLength / 2)
}
export const savedUint32 = (saved: Saved, name: string) => {
  const { buffer, byteLength } = memoryOf(saved, name)
  return new Uint32Array(buffer as ArrayBuffer, 0, byteLength / 4)
}
export const savedInt32 = (saved: Saved, name: string) => {
  const { buffer, byteLength } = memoryOf(saved, name)
  return new Int32Array(buffer as ArrayBuffer, 0, byteLength / 4)
}
export const savedFloat64 = (saved: Saved, name: string) => {
  const { buffer, byteLength } = memoryOf(saved, name)
  return new Float64Array(buffer as ArrayBuffer, 0, byteLength / 8)
}
