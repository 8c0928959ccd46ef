import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Viewing } from '@descant/contract'
import sharp from 'sharp'
import { expect, vi } from 'vitest'
import { zipped } from '../../../test/fixtures/made-files.ts'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { hasTool } from '../../../test/harness/has-tool.ts'
import type { Person } from '../../../test/harness/person.ts'
import { countLacking, reprocess } from '../../app/reprocess.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import { laterRelease } from '../../domain/asset/version.ts'

const hasOffice = hasTool('soffice')
const hasFfmpeg = hasTool('ffmpeg')

const upload = async (person: Person, path: string, name = basename(path)) =>
  await person.has({ name, bytes: await readFile(path) })

const foundBy = async (person: Person, keyword: string) => {
  const { body } = await person.get<{ results: { id: string }[] }>(
    `/api/v1/search?keyword=${encodeURIComponent(keyword)}`,
  )
  return body.results.map(({ id }) => id)
}

/** The viewer's answer, once all of it is there. */
async function viewingOf(person: Person, scheme: string, id: AssetId): Promise<Viewing> {
  return await vi.waitFor(
    async () => {
      const { status, body } = await person.get<Viewing>(`/web/v1/assets/${scheme}/${id}/viewing`)
      expect(status).toBe(200)
      expect(body.pages ?? body.storyboard ?? body.waveform).not.toBeNull()
      return body
    },
    { timeout: 30_000, interval: 100 },
  )
}

const pageAt = (address: string, page: number, size: string) =>
  new URL(address.replace('{page}', String(page)).replace('{size}', size)).pathname

test('a word inside a PDF, an office file or a text finds it', async ({ dam }) => {
  const mara = await dam.person('mara')
  const pdf = await upload(mara, realMedia.pdf)
  const docx = await upload(mara, realMedia.docx)
  const notes = await mara.has({ name: 'notes.txt', bytes: Buffer.from('the zebra of Köln') })
  const bytes = await zipped({ 'ppt/presentation.xml': '<p/>', '[Content_Types].xml': '<Types/>' })
  await mara.upload({ name: 'empty.pptx', bytes }) // without any: no obstacle

  expect(await foundBy(mara, 'just-in-time specialization')).toEqual([pdf])
  expect(await foundBy(mara, '"quick brown fox"')).toEqual([docx])
  expect(await foundBy(mara, 'koln zebra')).toEqual([notes])
  const details = await mara.get(`/api/v1/document/${notes}`)
  expect(JSON.stringify(details.body)).not.toContain('zebra of') // found by it, and not weighed down by it
})

test('any page of a PDF comes at a signed address, at the size and in the format asked for', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { pages } = await viewingOf(mara, 'document', await upload(mara, realMedia.pdf))
  const address = pages?.address ?? ''

  expect(pages).toMatchObject({ count: 14, width: 612, height: 792 })
  const second = await dam.ask('GET', pageAt(address, 2, '800.webp'))
  expect(second.headers.get('cache-control')).toContain('immutable')
  expect(await sharp(second.bytes).metadata()).toMatchObject({ width: 618, height: 800, format: 'webp' })
  const small = await dam.ask('GET', pageAt(address, 2, '100'))
  expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 77, height: 100, format: 'jpeg' })
  const etag = second.headers.get('etag') ?? ''
  const again = await dam.ask('GET', pageAt(address, 2, '800.webp'), { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)

  expect((await dam.ask('GET', pageAt(address, 15, '800'))).status).toBe(404)
  expect((await dam.ask('GET', pageAt(address, 0, '800'))).status).toBe(400)
  expect((await dam.ask('GET', pageAt(address, 1, 'x'))).status).toBe(400)
  const forged = pageAt(address, 1, '800').replace('/page/', '/original/')
  expect((await dam.ask('GET', forged)).status).toBe(403)
})

test('many who ask for the same page at once cause it to be drawn once, and it is kept', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { pages } = await viewingOf(mara, 'document', await upload(mara, realMedia.pdf))
  const drawing = vi.spyOn(dam.adapters.media.awaited, 'drawPage')

  await Promise.all(Array.from({ length: 10 }, () => dam.ask('GET', pageAt(pages?.address ?? '', 3, '800'))))

  expect(drawing).toHaveBeenCalledTimes(1)
  const kept: string[] = []
  for await (const key of dam.adapters.objectsOf(dam.account.id).list('renditions/')) kept.push(basename(key))
  expect(kept).toContain('page-3-800.jpg')
})

test.skipIf(!hasOffice)(
  'a presentation is turned over page by page, from one PDF (needs libreoffice)',
  async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await upload(mara, realMedia.pptx)
    const { pages, isDrawn } = await viewingOf(mara, 'presentation', id)
    const converting = vi.spyOn(dam.adapters.media.awaited, 'withPdf')

    expect([isDrawn, pages?.count]).toEqual([true, 2])
    const last = await dam.ask('GET', pageAt(pages?.address ?? '', 2, '400'))
    expect(await sharp(last.bytes).metadata()).toMatchObject({ width: 400, height: 300 })
    const preview = await dam.ask('GET', await previewOf(mara, 'presentation', id, 1500))
    expect(await sharp(preview.bytes).metadata()).toMatchObject({ width: 1500, height: 1125 })
    expect(converting).not.toHaveBeenCalled() // what was made at intake is there
  },
)

test.skipIf(!hasFfmpeg)(
  'frames of a film and the loudness of a sound come at signed addresses (needs ffmpeg)',
  async ({ dam }) => {
    const mara = await dam.person('mara')
    const film = await viewingOf(mara, 'video', await upload(mara, realMedia.mp4))
    const sound = await viewingOf(mara, 'audio', await upload(mara, realMedia.mp3))

    const { storyboard } = film
    const { bytes, headers } = await dam.ask('GET', new URL(storyboard?.address ?? '').pathname)
    const rows = Math.ceil((storyboard?.frames ?? 0) / (storyboard?.columns ?? 1))
    expect(await sharp(bytes).metadata()).toMatchObject({
      width: (storyboard?.columns ?? 0) * (storyboard?.frameWidth ?? 0),
      height: rows * (storyboard?.frameHeight ?? 0),
    })
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(sound.waveform?.length).toBeGreaterThan(100)
    expect(Math.max(...(sound.waveform ?? []))).toBeGreaterThan(0.2)
  },
)

test('files that lacked a tool, or an earlier release looked into, are looked into again when it is asked for', async ({
  dam,
}) => {
  const mara = await dam.person('mara')
  const [pdf, notes] = [
    await upload(mara, realMedia.pdf),
    await mara.has({ name: 'a.txt', bytes: Buffer.from('zebra') }),
  ]
  await forget(dam, pdf, [laterRelease])
  await forget(dam, notes, ['a-tool-nobody-has-yet', 'exiftool'])
  expect(await foundBy(mara, 'specialization')).toEqual([])
  expect(await countLacking(dam.library)).toEqual({ [laterRelease]: 1, 'a-tool-nobody-has-yet': 1, exiftool: 1 })

  const steps: number[] = []
  const report = await reprocess(
    { library: dam.library, media: dam.adapters.media },
    { missingOnly: true, scheme: 'document', onProgress: (done) => steps.push(done) },
  )

  expect(report).toEqual({ files: 2, lacking: {} })
  expect(steps.at(-1)).toBe(2)
  expect(await foundBy(mara, 'specialization')).toEqual([pdf])
  expect(await foundBy(mara, 'zebra')).toEqual([notes])
  const preview = await dam.ask('GET', await previewOf(mara, 'document', pdf, 240))
  expect(await sharp(preview.bytes).metadata()).toMatchObject({ width: 185, height: 240 })
  const again = { missingOnly: true, scheme: null }
  expect(await reprocess({ library: dam.library, media: dam.adapters.media }, again)).toMatchObject({ files: 0 })
})

async function previewOf(person: Person, scheme: string, id: AssetId, size: number): Promise<string> {
  const { body } = await person.get<{ url: { directUrlPreview: string } }>(`/api/v1/${scheme}/${id}`)
  return new URL(body.url.directUrlPreview.replace(/800$/, String(size))).pathname
}

/** As a machine without the tools, or an earlier release, left it. */
async function forget(dam: Dam, id: AssetId, lacked: string[]): Promise<void> {
  await dam.library.transaction(async ({ assets, changes }) => {
    const [asset] = await assets.findMany([id])
    if (!asset) throw new Error('It is not there')
    const { scheme, current } = asset
    await assets.recordExamination(id, current.id, { ...current, text: '', hasPreview: false, lacked })
    await changes.append([{ event: 'asset.changed', scheme, id, time: 1 }])
  })
}
