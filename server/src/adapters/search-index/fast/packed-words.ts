import { withRoom } from './growing.ts'
import { type Saved, type Sections, savedBytes, savedUint32, section } from './snapshot-sections.ts'

/**
 * Numbers for strings, the strings packed: a million words in JavaScript's own maps would weigh as much as the index.
 * UTF-16 units take one to three bytes each, so that bytes compare as strings do and any string comes back as it was.
 */
export class PackedWords {
  #bytes = new Uint8Array(1024)
  #starts = new Uint32Array(256)
  /** Number + 1 by hash; 0 is free. */
  #table = new Uint32Array(512)
  #count = 0
  #scratch = new Uint8Array(256)

  get count(): number {
    return this.#count
  }

  get memoryBytes(): number {
    return this.#bytes.byteLength + this.#starts.byteLength + this.#table.byteLength
  }

  numberOf(text: string): number {
    const length = this.#encode(text)
    let place = this.#placeOf(length)
    const known = this.#table[place] as number
    if (known !== 0) return known - 1

    const number = this.#count++
    const from = this.#starts[number] as number
    this.#bytes = withRoom(this.#bytes, from + length)
    this.#bytes.set(this.#scratch.subarray(0, length), from)
    this.#starts = withRoom(this.#starts, number + 2)
    this.#starts[number + 1] = from + length
    if (this.#count * 2 > this.#table.length) {
      this.#rehash(this.#table.length * 2)
      place = this.#placeOf(length)
      if (this.#table[place] !== 0) return number
    }
    this.#table[place] = number + 1
    return number
  }

  /** -1: there is no such word. */
  find(text: string): number {
    return (this.#table[this.#placeOf(this.#encode(text))] as number) - 1
  }

  textOf(number: number): string {
    return decode(this.#bytes, this.#starts[number] as number, this.#starts[number + 1] as number)
  }

  lengthOf(number: number): number {
    return (this.#starts[number + 1] as number) - (this.#starts[number] as number)
  }

  /** By code unit, as `<` compares strings. */
  compare(a: number, b: number): number {
    let [left, right] = [this.#starts[a] as number, this.#starts[b] as number]
    const [endLeft, endRight] = [this.#starts[a + 1] as number, this.#starts[b + 1] as number]
    for (; left < endLeft && right < endRight; left++, right++) {
      const difference = (this.#bytes[left] as number) - (this.#bytes[right] as number)
      if (difference !== 0) return difference
    }
    return endLeft - left - (endRight - right)
  }

  save(name: string): Sections {
    return [
      section(`${name}.bytes`, this.#bytes.subarray(0, this.#starts[this.#count])),
      section(`${name}.starts`, this.#starts.subarray(0, this.#count + 1)),
    ]
  }

  load(name: string, saved: Saved): void {
    this.#bytes = savedBytes(saved, `${name}.bytes`)
    this.#starts = savedUint32(saved, `${name}.starts`)
    this.#count = this.#starts.length - 1
    let size = 512
    while (size < this.#count * 2) size *= 2
    this.#rehash(size)
  }

  #encode(text: string): number {
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 4)
    return encode(text, this.#scratch)
  }

  /** Where the bytes in the scratch are, or would go. */
  #placeOf(length: number): number {
    const mask = this.#table.length - 1
    let place = hashOf(this.#scratch, 0, length) & mask
    for (let known = this.#table[place] as number; known !== 0; known = this.#table[place] as number) {
      if (this.#isScratch(known - 1, length)) break
      place = (place + 1) & mask
    }
    return place
  }

  #isScratch(number: number, length: number): boolean {
    const from = this.#starts[number] as number
    if ((this.#starts[number + 1] as number) - from !== length) return false
    for (let at = 0; at < length; at++) if (this.#bytes[from + at] !== this.#scratch[at]) return false
    return true
  }

  #rehash(size: number): void {
    this.#table = new Uint32Array(size)
    const mask = size - 1
    for (let number = 0; number < this.#count; number++) {
      let place = hashOf(this.#bytes, this.#starts[number] as number, this.#starts[number + 1] as number) & mask
      while (this.#table[place] !== 0) place = (place + 1) & mask
      this.#table[place] = number + 1
    }
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Into an array with room for three bytes a unit; how many it took. */
export function encode(text: string, into: Uint8Array, from = 0): number {
  let to = from
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) into[to++] = unit
    else if (unit < 0x800) {
      into[to++] = 0xc0 | (unit >>> 6)
      into[to++] = 0x80 | (unit & 0x3f)
    } else {
      into[to++] = 0xe0 | (unit >>> 12)
      into[to++] = 0x80 | ((unit >>> 6) & 0x3f)
      into[to++] = 0x80 | (unit & 0x3f)
    }
  }
  return to - from
}

export function decode(bytes: Uint8Array, from: number, to: number): string {
  if (isAscii(bytes, from, to)) return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1')
  let text = ''
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte < 0x80) text += String.fromCharCode(byte)
    else if (byte < 0xe0) text += String.fromCharCode(((byte & 0x1f) << 6) | ((bytes[++at] as number) & 0x3f))
    else {
      const middle = ((bytes[++at] as number) & 0x3f) << 6
      text += String.fromCharCode(((byte & 0x0f) << 12) | middle | ((bytes[++at] as number) & 0x3f))
    }
  }
  return text
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] as number) > 127) return false
  return true
}
