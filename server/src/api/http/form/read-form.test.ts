import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formBody, type RawPart } from '../../../../test/harness/form-body.ts'
import { formBoundary } from './form-boundary.ts'
import { readForm } from './read-form.ts'

/** The body in pieces of `size` bytes. */
async function* inPieces(body: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size)
}

async function partsOf(body: Buffer, { boundary = 'a-line-between', pieces = 65_536 } = {}) {
  const parts: { name: string; fileName: string | null; bytes: Buffer }[] = []
  for await (const { name, fileName, body: bytes } of readForm(inPieces(body, pieces), boundary)) {
    parts.push({ name, fileName, bytes: await buffer(Readable.from(bytes)) })
  }
  return parts
}

const oneFile = async (head: string) => (await partsOf(formBody([{ head, bytes: 'x' }]).body))[0]
const dispositionOf = (parameters: string) => `Content-Disposition: form-data; ${parameters}`

test('a form comes back as it was sent, in whatever pieces it arrives', async () => {
  const near = fc.constantFrom(
    '\r\n',
    '\r\n--',
    '\r\n--a-line',
    '\r\n--a-line-betwee',
    '--a-line-between',
    '\r',
    '\n',
    'x',
  )
  const content = fc.array(near, { maxLength: 12 }).map((bits) => Buffer.from(bits.join('')))
  await fc.assert(
    fc.asyncProperty(fc.array(content, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), async (contents, pieces) => {
      const sent: RawPart[] = contents.map((bytes, index) => ({ name: `f${index}`, fileName: 'a.bin', bytes }))
      fc.pre(contents.every((bytes) => !bytes.includes('\r\n--a-line-between') && !bytes.indexOf('--a-line-between')))

      const parts = await partsOf(formBody(sent).body, { pieces })

      expect(parts.map(({ bytes }) => bytes.toString())).toEqual(contents.map((bytes) => bytes.toString()))
    }),
  )
})

test('what looks almost like the delimiter is content', async () => {
  const bytes = 'a\r\n--a-line-betwee\r\n--a-line\r\n--\r\n'

  for (let pieces = 1; pieces < 60; pieces++) {
    const [part] = await partsOf(formBody([{ name: 'file', fileName: 'a', bytes }]).body, { pieces })
    expect(part?.bytes.toString()).toBe(bytes)
  }
})

test('a body that ends anywhere before its last delimiter is never taken for whole', async () => {
  const { body } = formBody([
    { name: 'key', value: 'k' },
    { name: 'file', fileName: 'a', bytes: 'content' },
  ])
  const whole = body.lastIndexOf('--a-line-between--')

  for (let length = 0; length < whole; length++) {
    await expect(partsOf(body.subarray(0, length))).rejects.toThrow('ends before its last delimiter')
  }
})

test('nothing is read beyond what the consumer asks for', async () => {
  const { body } = formBody([{ name: 'file', fileName: 'a', bytes: Buffer.alloc(1_000_000) }])
  let read = 0
  async function* counted() {
    for await (const piece of inPieces(body, 1000)) {
      read += piece.length
      yield piece
    }
  }

  for await (const part of readForm(counted(), 'a-line-between')) {
    for await (const _ of part.body) break
    break
  }

  expect(read).toBeLessThan(5000)
})

test('text before the first part, and line ends in heads, mean nothing', async () => {
  const { body } = formBody([{ head: 'CONTENT-disposition: form-data;\r\n name=key', bytes: 'k' }])

  const [part] = await partsOf(Buffer.concat([Buffer.from('This is a message in MIME format\r\n'), body]))

  expect(part).toMatchObject({ name: 'key', fileName: null })
})

test.each([
  ['a plain name', 'name="file"; filename="poster.jpg"', 'poster.jpg'],
  ['UTF-8', 'name="file"; filename="Grüße 猫.jpg"', 'Grüße 猫.jpg'],
  ['quotes as browsers write them', 'name="file"; filename="a %22b%22.jpg"', 'a "b".jpg'],
  ['a percent sign that stands for itself', 'name="file"; filename="100%25.jpg"', '100%25.jpg'],
  ['quotes with a backslash', String.raw`name="file"; filename="a \"b\".jpg"`, 'a "b".jpg'],
  ['a Windows path', String.raw`name="file"; filename="C:\new\table.jpg"`, String.raw`C:\new\table.jpg`],
  ['a semicolon within quotes', 'name="file"; filename="a; b.jpg"', 'a; b.jpg'],
  ['no quotes', 'name=file; filename=poster.jpg', 'poster.jpg'],
  ['RFC 8187', `name="file"; filename="x.jpg"; filename*=UTF-8''gr%C3%BCn%20%E2%82%AC.jpg`, 'grün €.jpg'],
  ['RFC 8187 before the plain one', `name="file"; filename*=utf-8'de'gr%C3%BCn.jpg; filename="x.jpg"`, 'grün.jpg'],
  ['RFC 8187 in Latin-1', `name="file"; filename*=ISO-8859-1''gr%FCn.jpg`, 'grün.jpg'],
  ['RFC 8187 in a charset nobody knows', `name="file"; filename="x.jpg"; filename*=klingon''a`, 'x.jpg'],
  ['RFC 2047, quoted', 'name="file"; filename="=?UTF-8?Q?gr=C3=BCn_1.jpg?="', 'grün 1.jpg'],
  ['RFC 2047, base 64', 'name="file"; filename="=?utf-8?B?Z3LDvG4=?= =?utf-8?B?LmpwZw==?="', 'grün.jpg'],
  ['an empty name', 'name="file"; filename=""', ''],
])('a file name is read from %s', async (_, parameters, name) => {
  expect((await oneFile(dispositionOf(parameters)))?.fileName).toBe(name)
})

test('a head in Latin-1 is read, as old browsers send it', async () => {
  const head = Buffer.from(
    '--b\r\nContent-Disposition: form-data; name="file"; filename="gr\u00fcn.jpg"\r\n\r\nx\r\n--b--',
    'latin1',
  )

  expect((await partsOf(head, { boundary: 'b' }))[0]?.fileName).toBe('grün.jpg')
})

test.each([
  ['no name', 'Content-Disposition: form-data; filename="a"'],
  ['no disposition', 'Content-Type: text/plain'],
  ['a head without end', `X: ${'x'.repeat(20_000)}`],
])('a part with %s is refused', async (_, head) => {
  await expect(oneFile(head)).rejects.toMatchObject({ code: 'MalformedPOSTRequest', status: 400 })
})

test('the boundary is read from the content type, with or without quotes', () => {
  expect(formBoundary('multipart/form-data; boundary=abc')).toBe('abc')
  expect(formBoundary('multipart/form-data; charset=utf-8; Boundary="a b:c"')).toBe('a b:c')
  expect(() => formBoundary('multipart/form-data')).toThrow('names no boundary')
})
