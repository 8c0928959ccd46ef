import { Invalid } from '../../domain/domain-error.ts'
import type { WantedPage } from '../../domain/rendition/open-pages.ts'
import { pictureAt } from './picture-at.ts'

/** The end of a page's address: `12-800`, or `12-800.webp` where the format has been chosen. */
export function pageAt(end: string): Omit<WantedPage, 'format'> & { format: WantedPage['format'] | null } {
  const [, page, picture] = /^([1-9]\d{0,6})-(.+)$/.exec(end) ?? []
  if (!page || !picture) throw new Invalid(`A page's address ends in the page and its size, like 1-800, not in ${end}`)
  return { page: Number(page), ...pictureAt(picture) }
}
