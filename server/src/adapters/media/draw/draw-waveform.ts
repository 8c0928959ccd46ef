import type { Waveform } from '../../../domain/ports/media-tools.ts'

const width = 1200
const height = 800
const bars = 120
const gap = 4

/** A sound as bars, as loud as it is there. */
export function waveformSvg({ peaks }: Waveform): string {
  const step = width / bars
  const drawn = Array.from({ length: bars }, (_, bar) => {
    const [from, to] = [(bar * peaks.length) / bars, ((bar + 1) * peaks.length) / bars]
    const loudest = Math.max(0, ...peaks.slice(Math.floor(from), Math.max(Math.floor(from) + 1, Math.floor(to))))
    const tall = Math.max(6, Math.round(loudest * (height - 160)))
    const x = (bar * step + gap / 2).toFixed(1)
    return `<rect x="${x}" y="${(height - tall) / 2}" width="${(step - gap).toFixed(1)}" height="${tall}" rx="3"/>`
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="#fbeee7"/><g fill="#c9583f">${drawn.join('')}</g></svg>`
  )
}
