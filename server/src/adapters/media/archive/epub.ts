import { posix } from 'node:path'
import type { Zip } from './open-zip.ts'
import { attributesOf, elements } from './xml.ts'

const maxBytes = 4 * 1024 * 1024

export type Epub = {
  /** Parts in reading order. */
  chapters: string[]
  cover: string | null
}

/** How a book is put together. https://www.w3.org/TR/epub-33/#sec-package-doc */
export async function readEpub(zip: Zip): Promise<Epub> {
  const read = async (name: string) => (await zip.read(name, maxBytes))?.toString() ?? ''
  const root = elements(await read('META-INF/container.xml'), 'rootfile')[0]?.['full-path']
  if (root === undefined) return { chapters: [], cover: null }
  const book = await read(root)

  const items = elements(book, 'item').flatMap(({ id, href, properties, ...rest }) =>
    id === undefined || href === undefined
      ? []
      : [{ id, path: within(root, href), properties: properties ?? '', type: rest['media-type'] ?? '' }],
  )
  const byId = new Map(items.map((item) => [item.id, item]))
  const named = elements(book, 'meta').find(({ name }) => name === 'cover')?.content
  const cover =
    items.find(({ properties }) => properties.split(' ').includes('cover-image')) ??
    byId.get(named ?? '') ??
    items.find(({ id, type }) => /cover/i.test(id) && type.startsWith('image/'))
  return {
    chapters: elements(book, 'itemref').flatMap(({ idref }) => byId.get(idref ?? '')?.path ?? []),
    cover: cover?.path ?? null,
  }
}

const within = (root: string, href: string): string =>
  posix.join(posix.dirname(root), decodeURI(attributesOf(`href="${href.split('#')[0]}"`).href ?? ''))
