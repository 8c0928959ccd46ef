import type { Asset } from '../../domain/asset/asset.ts'
import { type Delivery, deliveryOf } from '../../domain/sharing/delivery.ts'
import type { Share } from '../../domain/sharing/share.ts'
import { dayInWords } from '../http/day-in-words.ts'
import { type Html, html } from '../http/html.ts'
import type { Page } from '../http/page.ts'
import { factsOf } from './file-words.ts'
import { shareStyle } from './share-style.ts'

export type SharePage = {
  share: Share
  /** Those of this page. */
  assets: readonly Asset[]
  /** Of all pages. */
  total: number
  page: number
  pages: number
  /** Whether a file of the share must have its terms accepted first. */
  hasTerms: (asset: Asset) => boolean
  /** Whether any of them must. */
  needsTerms: boolean
  /** How many files "Download all" gives; 0: none. */
  inZip: number
  thumbnail: (asset: Asset) => string
}

/** Several files, side by side. */
export function sharePage({
  share,
  assets,
  total,
  page,
  pages,
  hasTerms,
  needsTerms,
  inZip,
  thumbnail,
}: SharePage): Page {
  const base = `/s/${share.id}`
  const title = `${total} files`
  return {
    title,
    wide: true,
    style: shareStyle,
    body: html`<div class="head"><div><h1>${title}</h1><p class="soft">${sharedBy(share)}</p></div>
${inZip > 0 && html`<p>${zipLink(base, inZip, needsTerms)}</p>`}</div>
<ul class="files">${assets.map(
      (asset) => html`<li><a class="look" href="${base}/${asset.id}">
<img src="${thumbnail(asset)}" alt="" loading="lazy" width="400" height="300"><span class="name">${asset.name}</span></a>
<p class="soft">${factsOf(asset)}</p>
${downloadLink(base, asset, deliveryOf(share, asset), hasTerms(asset))}</li>`,
    )}</ul>
${pages > 1 && pageLinks(base, page, pages)}`,
  }
}

export const sharedBy = ({ hidesCreator, createdByName, expiresAt }: Share): Html =>
  html`${!hidesCreator && html`Shared by ${createdByName}`}${!hidesCreator && expiresAt !== null && ' · '}${
    expiresAt !== null && html`Available until ${dayInWords(expiresAt)}`
  }`

const zipLink = (base: string, count: number, hasTerms: boolean): Html =>
  hasTerms
    ? html`<a class="button leave" href="${base}/files.zip?terms=accepted">Accept all terms and download ${count} files (ZIP)</a>`
    : html`<a class="button act" href="${base}/files.zip">Download ${count} files (ZIP)</a>`

/** In a list; terms are read on the file's own page first. */
function downloadLink(base: string, { id, name }: Asset, delivery: Delivery, hasTerms: boolean): Html {
  if (delivery === null) return html`<p class="soft">To be looked at, not downloaded</p>`
  if (hasTerms)
    return html`<a class="button leave" href="${base}/${id}" aria-label="Terms apply: ${name}">Terms apply</a>`
  const word = delivery === 'original' ? 'Download' : 'Download JPEG'
  return html`<a class="button leave" href="${base}/${id}/download" aria-label="${word}: ${name}">${word}</a>`
}

const pageLinks = (base: string, page: number, pages: number): Html => html`<nav class="pages" aria-label="Pages">
${page > 1 && html`<a class="button leave" href="${base}?page=${page - 1}" rel="prev">Previous page</a>`}
${page < pages && html`<a class="button leave" href="${base}?page=${page + 1}" rel="next">Next page</a>`}
<p class="soft">Page ${page} of ${pages}</p></nav>`
