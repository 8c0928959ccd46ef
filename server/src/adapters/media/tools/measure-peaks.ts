import type { Waveform } from '../../../domain/ports/media-tools.ts'

const steps = 1000
const windowsPerSecond = 50
const loudest = 32_768

/** Takes a sound as it comes, 16 bit little-endian, one channel; keeps but the loudest moment of each short window. */
export function measurePeaks(rate: number): { take(chunk: Buffer): void; measured(): Waveform | null } {
  const windowLength = rate / windowsPerSecond
  const windows: number[] = []
  let samples = 0
  let peak = 0
  let odd: number | null = null // the first half of a sample whose other half is yet to come

  function add(sample: number): void {
    peak = Math.max(peak, Math.abs(sample))
    samples++
    if (samples % windowLength === 0) {
      windows.push(peak)
      peak = 0
    }
  }

  return {
    take(chunk) {
      let at = 0
      if (odd !== null && chunk.length > 0) {
        add(Buffer.from([odd, chunk[0] as number]).readInt16LE(0))
        odd = null
        at = 1
      }
      for (; at + 1 < chunk.length; at += 2) add(chunk.readInt16LE(at))
      if (at < chunk.length) odd = chunk[at] as number
    },
    measured() {
      if (samples === 0) return null
      const all = samples % windowLength === 0 ? windows : [...windows, peak]
      return { seconds: samples / rate, peaks: inSteps(all, Math.min(steps, all.length)) }
    },
  }
}

function inSteps(windows: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, step) => {
    const from = Math.floor((step * windows.length) / count)
    const to = Math.max(from + 1, Math.floor(((step + 1) * windows.length) / count))
    let peak = 0
    for (let at = from; at < to; at++) peak = Math.max(peak, windows[at] as number)
    return Math.round((peak / loudest) * 1000) / 1000
  })
}
