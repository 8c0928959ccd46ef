import { UnsoundFile } from '../../../domain/ports/media-tools.ts'
import { type Parts, withParts } from '../identify/read-parts.ts'
import type { Pixels } from './wrap-as-tiff.ts'

/** What is held in memory of a file at most; layers, which may be gigabytes, are passed over. */
const maxBytes = 768 * 1024 * 1024

const modes: Record<number, { means: Pixels['means']; samples: number } | undefined> = {
  0: { means: 'white is zero', samples: 1 },
  1: { means: 'black is zero', samples: 1 },
  2: { means: 'palette', samples: 1 },
  3: { means: 'RGB', samples: 3 },
  4: { means: 'CMYK', samples: 4 },
  8: { means: 'black is zero', samples: 1 }, // duotone: its grey
}
const iccProfile = 1039
const versionInfo = 1057

/**
 * The picture of all layers together, as Photoshop stores it. `null`: it was saved without one, or in colours that
 * only Photoshop reads. https://www.adobe.com/devnet-apps/photoshop/fileformatashtml/
 */
export const readPsd = (path: string): Promise<Pixels | null> =>
  withParts(path, async (parts) => {
    const head = await parts.read(0, 26)
    if (head.length < 26) return null
    const isLarge = head.readUInt16BE(4) === 2
    const channels = head.readUInt16BE(12)
    const [height, width, bits] = [head.readUInt32BE(14), head.readUInt32BE(18), head.readUInt16BE(22)]
    const mode = modes[head.readUInt16BE(24)]
    if (!mode || channels < mode.samples || (bits !== 1 && bits !== 8 && bits !== 16)) return null

    const palette = await section(parts, 26, 4)
    const resources = await section(parts, palette.end, 4)
    const layers = await section(parts, resources.end, isLarge ? 8 : 4)
    const known = await readResources(parts, resources)
    if (known.get(versionInfo)?.[4] === 0) return null // "maximize compatibility" was off

    const { means, samples } = mode
    const compression = (await parts.read(layers.end, 2)).readUInt16BE(0)
    if (compression > 1) return null
    const lengthBytes = isLarge ? 4 : 2
    const table = compression === 1 ? channels * height * lengthBytes : 0
    const packedRows = compression === 1 ? rowLengths(await parts.read(layers.end + 2, table), lengthBytes) : null
    const wantedRows = packedRows?.slice(0, samples * height) ?? null
    const length = wantedRows
      ? wantedRows.reduce((sum, row) => sum + row, 0)
      : samples * height * Math.ceil((width * bits) / 8)
    if (length > maxBytes) return null
    const data = await parts.read(layers.end + 2 + table, length)
    if (data.length < length) throw new UnsoundFile('The picture ends before its content does; it is incomplete')
    if (means === 'CMYK') invert(data, wantedRows)
    return {
      ...{ width, height, bits, means, samples, isPlanar: true, packedRows: wantedRows, data },
      icc: known.get(iccProfile),
      palette: means === 'palette' ? await parts.read(palette.start, 768) : undefined,
    }
  })

type Section = { start: number; end: number }

async function section(parts: Parts, at: number, lengthBytes: 4 | 8): Promise<Section> {
  const head = await parts.read(at, lengthBytes)
  if (head.length < lengthBytes) return { start: parts.size, end: parts.size }
  const length = lengthBytes === 8 ? Number(head.readBigUInt64BE(0)) : head.readUInt32BE(0)
  return { start: at + lengthBytes, end: at + lengthBytes + length }
}

async function readResources(parts: Parts, { start, end }: Section): Promise<Map<number, Buffer>> {
  const all = await parts.read(start, Math.min(end - start, 64 * 1024 * 1024))
  const found = new Map<number, Buffer>()
  for (let at = 0; at + 12 <= all.length; ) {
    const id = all.readUInt16BE(at + 4)
    const name = (all[at + 6] as number) + 1
    const sizeAt = at + 6 + name + (name % 2)
    if (sizeAt + 4 > all.length) break
    const size = all.readUInt32BE(sizeAt)
    if (id === iccProfile || id === versionInfo) found.set(id, all.subarray(sizeAt + 4, sizeAt + 4 + size))
    at = sizeAt + 4 + size + (size % 2)
  }
  return found
}

function rowLengths(table: Buffer, lengthBytes: 2 | 4): number[] {
  const rows = new Array<number>(Math.floor(table.length / lengthBytes))
  for (let row = 0; row < rows.length; row++) rows[row] = table.readUIntBE(row * lengthBytes, lengthBytes)
  return rows
}

/** Photoshop counts what is left of the paper, TIFF the ink. In packed rows only the values are turned round. */
function invert(data: Buffer, packedRows: readonly number[] | null): void {
  const turn = (from: number, to: number) => {
    for (let at = from; at < to; at++) data[at] = 255 - (data[at] as number)
  }
  if (!packedRows) turn(0, data.length)
  let start = 0
  for (const row of packedRows ?? []) {
    const end = Math.min(start + row, data.length)
    for (let at = start; at < end; ) {
      const count = data.readInt8(at)
      const values = count >= 0 ? count + 1 : count === -128 ? 0 : 1
      turn(at + 1, Math.min(at + 1 + values, end))
      at += 1 + values
    }
    start = end
  }
}
