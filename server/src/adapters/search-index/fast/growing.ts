type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** From here on, room is dear and copying rare. */
const manyItems = 2 ** 20

/** An array with room for so many at least; the same one while it has. Some more than needed is made at once. */
export function withRoom<A extends Numbers>(array: A, needed: number): A {
  if (needed <= array.length) return array
  const Kind = array.constructor as new (buffer: ArrayBufferLike, from: number, length: number) => A
  const held = Math.floor(array.buffer.byteLength / array.BYTES_PER_ELEMENT)
  // what was loaded has room behind it
  if (array.byteOffset === 0 && needed <= held) return new Kind(array.buffer, 0, held)
  return resized(array, Math.max(64, Math.ceil(needed * (needed < manyItems ? 1.25 : 1.125))))
}

export function resized<A extends Numbers>(array: A, length: number): A {
  const Kind = array.constructor as new (length: number) => A
  const larger = new Kind(length)
  larger.set(array.length <= length ? array : array.subarray(0, length))
  return larger
}
