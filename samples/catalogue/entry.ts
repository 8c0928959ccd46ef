import { type PictureOptions, picture } from '../formats/picture.ts'
import type { SampleFile } from '../sample-file.ts'

/** A file that can be made. `folder` is where it will lie. */
export type Entry = Omit<SampleFile, 'path'> & {
  needsFfmpeg?: true
  make: (folder: string) => Promise<Buffer> | Buffer
}

/** Who made what; nobody real. */
export const people = { ida: 'Ida Lund', jonas: 'Jonas Meyer', mara: 'Mara Okafor', studio: 'Varde Studio' }

export type Words = { title: string; tags: string[]; keywords: string[]; by: string }

/** Entries of one album. */
export const inAlbum =
  (folderPath: string[], album: string) =>
  (name: string, words: Words, make: Entry['make']): Entry => ({
    name,
    folderPath,
    album,
    description: words.title,
    author: words.by,
    tags: words.tags,
    keywords: words.keywords,
    make,
  })

export const vector = (svg: string) => () => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`)
export const text = (content: string) => () => Buffer.from(content)

/** Entries that are drawn, and signed with their own words. */
export function drawn(file: ReturnType<typeof inAlbum>) {
  return (name: string, words: Words, draw: () => string, options: PictureOptions): Entry =>
    file(name, words, () =>
      picture(draw(), { title: words.title, description: words.title, author: words.by }, options),
    )
}
