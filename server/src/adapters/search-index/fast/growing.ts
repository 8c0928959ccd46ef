type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** An array with room for so many at least; the same one while it has. A quarter more than needed is made at once. */
export function withRoom<A extends Numbers>(array: A, needed: number): A {
  return needed <= array.length ? array : resized(array, Math.max(64, Math.ceil(needed * 1.25)))
}

export function resized<A extends Numbers>(array: A, length: number): A {
  const Kind = array.constructor as new (length: number) => A
  const larger = new Kind(length)
  larger.set(array.length <= length ? array : array.subarray(0, length))
  return larger
}
