export type PdfPage = {
  /** Fills the page. */
  jpeg: Uint8Array
  pixelWidth: number
  pixelHeight: number
  /** Below the picture's title, in Helvetica, which every reader has. Points from the lower left. */
  lines: { x: number; y: number; size: number; text: string; grey: number }[]
}

/** A4, in points. */
const width = 595.28
const height = 841.89

/** A PDF 1.4 of one picture and some lines a page. ISO 32000. */
export function pdfFile(pages: readonly PdfPage[], info: { title: string; author: string; keywords: string }): Buffer {
  const objects: Buffer[] = []
  const add = (content: string | Buffer): number => objects.push(Buffer.from(content))
  const stream = (dictionary: string, bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`<<${dictionary}/Length ${bytes.length}>>stream\n`), bytes, Buffer.from('\nendstream')])

  // 1 is the catalog and 2 the tree, whose content is known at the end
  add('')
  add('')
  const font = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>')
  const kids = pages.map(({ jpeg, pixelWidth, pixelHeight, lines }) => {
    const image = add(
      stream(
        `/Type/XObject/Subtype/Image/Width ${pixelWidth}/Height ${pixelHeight}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
        Buffer.from(jpeg),
      ),
    )
    const texts = lines.map(
      ({ x, y, size, text, grey }) => `BT /F ${size} Tf ${grey} g ${x} ${y} Td (${escapeText(text)}) Tj ET`,
    )
    const content = `q ${width} 0 0 ${height} 0 0 cm /P Do Q\n${texts.join('\n')}`
    const drawing = add(stream('', Buffer.from(content, 'latin1')))
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${drawing} 0 R/Resources<</XObject<</P ${image} 0 R>>/Font<</F ${font} 0 R>>>>>>`,
    )
  })
  const about = add(
    `<</Title(${escapeText(info.title)})/Author(${escapeText(info.author)})/Keywords(${escapeText(info.keywords)})/CreationDate(D:20260514100000+02'00')>>`,
  )
  objects[0] = Buffer.from('<</Type/Catalog/Pages 2 0 R>>')
  objects[1] = Buffer.from(`<</Type/Pages/Count ${kids.length}/Kids[${kids.map((id) => `${id} 0 R`).join(' ')}]>>`)
  return assemble(objects, about)
}

function assemble(objects: readonly Buffer[], about: number): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let offset = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    offsets.push(offset)
    parts.push(whole)
    offset += whole.length
  }
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R/Info ${about} 0 R>>\nstartxref\n${offset}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const escapeText = (text: string): string => text.replace(/[\\()]/g, (character) => `\\${character}`)
