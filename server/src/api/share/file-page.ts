import type { Asset } from '../../domain/asset/asset.ts'
import type { Preset } from '../../domain/preset/preset.ts'
import { deliveryOf } from '../../domain/sharing/delivery.ts'
import type { Share } from '../../domain/sharing/share.ts'
import { type Html, html } from '../http/html.ts'
import type { Page } from '../http/page.ts'
import { cropForm } from './crop-form.ts'
import { factsOf } from './file-words.ts'
import { sharedBy } from './share-page.ts'
import { shareStyle } from './share-style.ts'

export type FilePage = {
  share: Share
  asset: Asset
  /** Whether there are other files to go back to. */
  isOneOfSeveral: boolean
  hasTerms: boolean
  /** Ready-made sizes; empty where the share gives none. */
  presets: readonly Preset[]
  picture: string
}

/** One file, and what may be done with it. */
export function filePage({ share, asset, isOneOfSeveral, hasTerms, presets, picture }: FilePage): Page {
  const base = `/s/${share.id}/${asset.id}`
  const accepted = hasTerms ? '?terms=accepted' : ''
  const isPicture = asset.scheme === 'image' && asset.current.hasPreview
  return {
    title: asset.name,
    wide: true,
    style: shareStyle,
    body: html`<div class="one">
<figure><img src="${picture}" alt="Preview of ${asset.name}"></figure>
<div><h1>${asset.name}</h1>
<p class="soft">${factsOf(asset)}</p>
${asset.description !== '' && html`<p>${asset.description}</p>`}
<p class="soft">${sharedBy(share)}</p>
${asset.copyright !== '' && html`<p class="soft">Copyright: ${asset.copyright}</p>`}
${asset.termsAndConditions !== '' && terms(asset.termsAndConditions)}
${download(share, asset, base, hasTerms)}
${
  presets.length > 0 &&
  html`<h2>Ready-made sizes</h2><ul class="actions">${presets.map(
    ({ id, name, width, height }) =>
      html`<li><a class="button leave" href="${base}/preset/${id}${accepted}">${name} (${width} × ${height})</a></li>`,
  )}</ul>`
}
${share.allowsCropAndResize && isPicture && cropForm({ share, asset, action: `${base}/crop`, hasTerms })}
${isOneOfSeveral && html`<p><a href="/s/${share.id}">All files of this share</a></p>`}
</div></div>`,
  }
}

const terms = (text: string): Html =>
  html`<h2 id="terms">Terms and conditions</h2><div class="terms" tabindex="0" role="region" aria-labelledby="terms">${text}</div>`

function download(share: Share, asset: Asset, base: string, hasTerms: boolean): Html {
  const delivery = deliveryOf(share, asset)
  if (delivery === null) return html`<p>This file may be looked at here, but not downloaded.</p>`
  const word = delivery === 'original' ? 'ownload the original' : 'ownload as JPEG'
  return html`<p><a class="button act" href="${base}/download${hasTerms && '?terms=accepted'}">${
    hasTerms ? `Accept the terms and d${word}` : `D${word}`
  }</a></p>`
}
