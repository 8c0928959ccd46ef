import type { Scheme } from '../asset/scheme.ts'

/** Two hues and a mark per kind, so that they tell apart at thumbnail size and without colour. */
const looks: Record<Scheme, { from: string; to: string; mark: string }> = {
  image: {
    from: '#2f9e8f',
    to: '#17697b',
    mark: '<circle cx="86" cy="104" r="11"/><path d="M62 178l34-42 20 22 28-36 42 56z"/>',
  },
  video: { from: '#7358d8', to: '#43308f', mark: '<path d="M96 102v76l64-38z"/>' },
  audio: {
    from: '#e0784a',
    to: '#b2413f',
    mark: '<path d="M62 128h12v24H62zM84 112h12v56H84zM106 96h12v88h-12zM128 116h12v48h-12zM150 104h12v72h-12zM172 128h12v24h-12z"/>',
  },
  document: {
    from: '#3f7fd6',
    to: '#27509c',
    mark: '<path d="M66 102h116v10H66zM66 124h116v10H66zM66 146h92v10H66zM66 168h104v10H66z"/>',
  },
  presentation: {
    from: '#e2a23b',
    to: '#c16a24',
    mark: '<path d="M62 90h124v10H62zM70 106h108v52h-49v10h-10v-10H70z"/><path d="M98 182l26-16 26 16z"/>',
  },
  other: {
    from: '#7b8794',
    to: '#4b5563',
    mark: '<path d="M124 92l48 24v52l-48 24-48-24v-52zm0 12l-34 17 34 17 34-17z" fill-rule="evenodd"/>',
  },
}

/** What stands for a file that has no picture: a sheet with its kind's mark, and its extension as a label. */
export function iconSvg(scheme: Scheme, extension: string): string {
  const { from, to, mark } = looks[scheme]
  const label = labelOf(extension)
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 248 248">',
    `<defs><linearGradient id="sheet" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/>`,
    `<stop offset="1" stop-color="${to}"/></linearGradient></defs>`,
    '<rect width="248" height="248" fill="#f1f3f5"/>',
    '<path d="M52 28h104l44 44v140a12 12 0 0 1-12 12H52a12 12 0 0 1-12-12V40a12 12 0 0 1 12-12z" ',
    'transform="translate(4 3)" fill="#000" opacity=".08"/>',
    '<path d="M52 24h104l44 44v144a12 12 0 0 1-12 12H52a12 12 0 0 1-12-12V36a12 12 0 0 1 12-12z" ',
    'transform="translate(4)" fill="url(#sheet)"/>',
    '<path d="M160 24l44 44h-34a10 10 0 0 1-10-10z" fill="#fff" opacity=".35"/>',
    `<g fill="#fff" opacity=".95" transform="translate(0 ${label === '' ? 0 : -12})">${mark}</g>`,
    label === '' ? '' : labelSvg(label),
    '</svg>',
  ].join('')
}

const labelSvg = (label: string): string =>
  '<text x="124" y="212" text-anchor="middle" fill="#fff" font-family="DejaVu Sans,Liberation Sans,Arial,sans-serif" ' +
  `font-weight="700" font-size="26" letter-spacing="1">${escapeXml(label)}</text>`

/** As much as fits on the sheet. */
function labelOf(extension: string): string {
  const characters = [...extension.toUpperCase().replace(/[\p{C}\p{Z}]/gu, '')]
  return characters.length > 6 ? `${characters.slice(0, 5).join('')}…` : characters.join('')
}

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
