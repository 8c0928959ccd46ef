import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import sharp, { type Color } from 'sharp'
import { afterAll, beforeAll } from 'vitest'
import type { MediaTools, Picture, WantedPicture } from '../../../src/domain/ports/media-tools.ts'

export const jpeg800 = { longestSide: 800, format: 'jpeg' } as const
export const png100 = { longestSide: 100, format: 'png' } as const

export const canvas = (background: Color, channels: 3 | 4 = 3) =>
  sharp({ create: { width: 300, height: 200, channels, background } })

export type Workbench = ReturnType<typeof workbench>

/** Media tools and a folder for the tests of one block. */
export function workbench(open: () => Promise<MediaTools>) {
  let opened: MediaTools
  let folder: string
  beforeAll(async () => {
    opened = await open()
    folder = await mkdtemp(join(tmpdir(), 'media-'))
  })
  afterAll(async () => {
    await opened.close()
    await rm(folder, { recursive: true, force: true })
  })

  const media = () => opened
  const pathOf = (fileName: string) => join(folder, fileName)

  async function file(fileName: string, content: string | Uint8Array): Promise<string> {
    await writeFile(pathOf(fileName), content)
    return pathOf(fileName)
  }

  const identify = (path: string) => opened.identify(path, basename(path))

  async function drawn(path: string, ...wanted: WantedPicture[]): Promise<Picture[]> {
    const pictures = await opened.draw(path, await identify(path), wanted)
    if (pictures === null) throw new Error(`${path} was not drawn`)
    return pictures
  }

  const drawnFrom = async (fileName: string, content: string | Uint8Array, ...wanted: WantedPicture[]) =>
    await drawn(await file(fileName, content), ...wanted)

  return { media, pathOf, file, identify, drawn, drawnFrom }
}
