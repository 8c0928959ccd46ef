import { SnapshotRefused } from '../../../domain/search/search-snapshot.ts'

/** A named piece of a snapshot: the bytes of one array. */
export type Section = { name: string; bytes: Uint8Array }
export type Sections = readonly Section[]
export type Saved = ReadonlyMap<string, Uint8Array>

/** Arrays that only grow at their end are given as they are: what is added later lies beyond what is dumped. */
export const section = (name: string, array: Uint8Array | Uint16Array | Uint32Array | Float64Array): Section => ({
  name,
  bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
})

/** Arrays that change in place are copied, so that a dump shows one moment. */
export const copied = (name: string, array: Uint8Array | Uint16Array | Uint32Array | Float64Array): Section =>
  section(name, array.slice())

export const json = (name: string, value: unknown): Section => ({ name, bytes: Buffer.from(JSON.stringify(value)) })

export const savedJson = (saved: Saved, name: string): unknown =>
  JSON.parse(Buffer.from(memoryOf(saved, name)).toString())

/** Each section was read into memory of its own, which the array then is. */
function memoryOf(saved: Saved, name: string): ArrayBuffer {
  const bytes = saved.get(name)
  if (bytes === undefined) throw new SnapshotRefused(`The snapshot has no ${name}`)
  const own = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
  return (own ? bytes : bytes.slice()).buffer as ArrayBuffer
}

export const savedBytes = (saved: Saved, name: string) => new Uint8Array(memoryOf(saved, name))
export const savedUint32 = (saved: Saved, name: string) => new Uint32Array(memoryOf(saved, name))
export const savedFloat64 = (saved: Saved, name: string) => new Float64Array(memoryOf(saved, name))
