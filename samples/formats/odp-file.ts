import { zipFile } from './zip-file.ts'

export type Slide = { title: string; lines: string[]; background: string; ink: string; picture: Uint8Array }

const namespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xlink="http://www.w3.org/1999/xlink"',
  'dc="http://purl.org/dc/elements/1.1/"',
  'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
]
  .map((namespace) => `xmlns:${namespace}`)
  .join(' ')
const document = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${namespaces} office:version="1.3">${content}</office:${root}>`

/** Slides of 28 × 15.75 cm: a title and some lines on the left, a square JPEG on the right. OASIS OpenDocument 1.3. */
export function odpFile(slides: readonly Slide[], { title, author }: { title: string; author: string }): Buffer {
  const mimeType = 'application/vnd.oasis.opendocument.presentation'
  const pictures = slides.map(({ picture }, index) => ({
    name: `Pictures/${index + 1}.jpg`,
    content: picture,
    stored: true,
  }))
  const listed = [
    ['/', mimeType],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
    ...pictures.map(({ name }) => [name, 'image/jpeg']),
  ]
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${listed.map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`).join('')}</manifest:manifest>`
  const meta = `<office:meta><dc:title>${escapeXml(title)}</dc:title><meta:initial-creator>${escapeXml(author)}</meta:initial-creator><meta:creation-date>2026-05-14T10:00:00</meta:creation-date><meta:document-statistic meta:page-count="${slides.length}"/></office:meta>`
  return zipFile([
    { name: 'mimetype', content: mimeType, stored: true }, // first and plain, as the standard asks
    { name: 'META-INF/manifest.xml', content: manifest },
    { name: 'content.xml', content: document('document-content', contentOf(slides)) },
    { name: 'styles.xml', content: document('document-styles', styles) },
    { name: 'meta.xml', content: document('document-meta', meta) },
    ...pictures,
  ])
}

const styles =
  '<office:automatic-styles><style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="28cm" fo:page-height="15.75cm" fo:margin="0cm"/></style:page-layout></office:automatic-styles>' +
  '<office:master-styles><style:master-page style:name="plain" style:page-layout-name="wide"/></office:master-styles>'

function contentOf(slides: readonly Slide[]): string {
  const pageStyles = slides.map(
    ({ background, ink }, index) =>
      `<style:style style:name="page${index}" style:family="drawing-page"><style:drawing-page-properties draw:fill="solid" draw:fill-color="${background}"/></style:style>` +
      `<style:style style:name="title${index}" style:family="text"><style:text-properties fo:font-size="40pt" fo:font-weight="bold" fo:color="${ink}"/></style:style>` +
      `<style:style style:name="line${index}" style:family="text"><style:text-properties fo:font-size="20pt" fo:color="${ink}"/></style:style>`,
  )
  const bare =
    '<style:style style:name="bare" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none"/></style:style>'
  const pages = slides.map(({ title, lines }, index) => {
    const line = (style: string, text: string) =>
      `<text:p><text:span text:style-name="${style}${index}">${escapeXml(text)}</text:span></text:p>`
    return `<draw:page draw:name="${escapeXml(title)}" draw:style-name="page${index}" draw:master-page-name="plain">
      <draw:frame draw:style-name="bare" svg:x="14.25cm" svg:y="2cm" svg:width="11.75cm" svg:height="11.75cm"><draw:image xlink:href="Pictures/${index + 1}.jpg" xlink:type="simple"/></draw:frame>
      <draw:frame draw:style-name="bare" svg:x="1.5cm" svg:y="3cm" svg:width="12cm" svg:height="3cm"><draw:text-box>${line('title', title)}</draw:text-box></draw:frame>
      <draw:frame draw:style-name="bare" svg:x="1.5cm" svg:y="7.2cm" svg:width="12cm" svg:height="7cm"><draw:text-box>${lines.map((text) => line('line', text)).join('')}</draw:text-box></draw:frame></draw:page>`
  })
  return `<office:automatic-styles>${bare}${pageStyles.join('')}</office:automatic-styles><office:body><office:presentation>${pages.join('')}</office:presentation></office:body>`
}

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
