import type { Asset } from '../../domain/asset/asset.ts'
import type { Share } from '../../domain/sharing/share.ts'
import { type Html, html } from '../http/html.ts'

type CropForm = { share: Share; asset: Asset; action: string; hasTerms: boolean }

/** Asks for a size and an area in numbers: it works without scripts, and for who can't draw with a mouse. */
export function cropForm({ share, asset, action, hasTerms }: CropForm): Html {
  const { width, height } = asset.current.measures
  const own = width && height ? html`<span class="hint">The original has ${width} × ${height} pixels.</span>` : null
  return html`<h2>Crop and resize</h2>
<form method="get" action="${action}">
${hasTerms && html`<input type="hidden" name="terms" value="accepted">`}
<fieldset><legend>New size in pixels${own}</legend><div class="four">
${number('width', 'Width')}${number('height', 'Height')}</div>
<label class="choice"><input type="checkbox" name="keep" value="yes" checked><span>Keep the proportions</span></label>
</fieldset>
<fieldset><legend>Area to cut out first, in pixels of the original<span class="hint">Leave it empty for the whole picture.</span></legend><div class="four">
${number('cropWidth', 'Width of the area')}${number('cropHeight', 'Height of the area')}${number('top', 'From the top', 0)}${number('left', 'From the left', 0)}</div>
</fieldset>
<div class="four">
${number('dpi', 'Dots per inch')}
${
  share.allowsOriginal &&
  html`<div class="field"><label for="type">Format</label><select id="type" name="type"><option value="jpg">JPEG</option><option value="png">PNG</option></select></div>`
}</div>
<button class="act" type="submit">${hasTerms ? 'Accept the terms and download' : 'Download this version'}</button>
</form>`
}

const number = (name: string, label: string, least = 1): Html =>
  html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="number" inputmode="numeric" min="${least}" max="65500" step="1"></div>`
