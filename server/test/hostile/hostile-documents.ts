import { crc32, deflateRawSync } from 'node:zlib'

type Member = { name: string; bytes: Buffer; deflated?: Buffer }

/** A zip of these, as any packer would make it. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zipOf(members: readonly Member[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, bytes, deflated = deflateRawSync(bytes, { level: 1 }) } of members) {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(deflated.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), deflated])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name))
    local.push(head)
    at += head.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, list, end])
}

const text = (name: string, content: string): Member => ({ name, bytes: Buffer.from(content) })
const types = text(
  '[Content_Types].xml',
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
)
const relations = text(
  '_rels/.rels',
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
)

/** Looks like a Word file; its text is so many bytes of nothing, and zips of zips lie beside it. */
export function nestedZipAsDocx(bytesOfText: number): Buffer {
  let inner = zipOf([{ name: 'zeros', bytes: Buffer.alloc(50_000_000) }])
  for (let depth = 0; depth < 8; depth++) {
    const bytes = inner
    inner = zipOf(Array.from({ length: 8 }, (_, index) => ({ name: `nested-${index}.zip`, bytes })))
  }
  const start =
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
  const body = Buffer.alloc(bytesOfText, ' ')
  body.write(start)
  body.write('</w:t></w:r></w:p></w:body></w:document>', body.length - 42)
  return zipOf([
    types,
    relations,
    { name: 'word/document.xml', bytes: body },
    { name: 'word/embeddings/inner.zip', bytes: inner },
  ])
}

const laughs = (root: string) =>
  `<!DOCTYPE ${root} [<!ENTITY l0 "lol">${Array.from(
    { length: 30 },
    (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
  ).join('')}]>`

/** "A billion laughs": a few lines that a careless reader of XML blows up to more than there is memory. */
export const laughingSvg = (): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?>${laughs('svg')}<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text y="50">&l30;</text></svg>`,
  )
export const laughingXml = (): Buffer => Buffer.from(`<?xml version="1.0"?>${laughs('a')}<a>&l30;</a>`)

export const laughingDocx = (): Buffer =>
  zipOf([
    types,
    relations,
    text(
      'word/document.xml',
      `<?xml version="1.0"?>${laughs('document')}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&l30;</w:t></w:r></w:p></w:body></w:document>`,
    ),
  ])

/** A PDF with so many pages, each with a line on it. ISO 32000-1, 7.5. */
export function pdfOfPages(pages: number): Buffer {
  const pieces: string[] = ['%PDF-1.4\n']
  const offsets: number[] = []
  let at = pieces[0]?.length ?? 0
  const add = (object: string) => {
    const piece = `${offsets.length + 1} 0 obj\n${object}\nendobj\n`
    offsets.push(at)
    pieces.push(piece)
    at += piece.length
  }
  const stream = 'BT /F1 24 Tf 20 100 Td (A page of many) Tj ET'
  add('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`).join(' ')
  add(`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  for (let page = 0; page < pages; page++) {
    add(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
    )
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  pieces.push(
    `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
  )
  return Buffer.from(pieces.join(''), 'latin1')
}
