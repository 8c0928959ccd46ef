import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { exiftoolPath } from 'exiftool-vendored'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realMedia } from '../fixtures/real-media.ts'
import { type Dam, startDam } from '../harness/dam.ts'
import { hasTool } from '../harness/has-tool.ts'

const run = promisify(execFile)
const hasPerl = hasTool('perl')
let dam: Dam
let folder: string
beforeAll(async () => {
  dam = await startDam()
  folder = await mkdtemp(join(tmpdir(), 'rights-'))
})
afterAll(async () => {
  await dam.close()
  await rm(folder, { recursive: true, force: true })
})

/** A file that says these things. */
async function saying(original: string, name: string, ...tags: string[]): Promise<{ name: string; bytes: Buffer }> {
  const path = join(folder, name)
  await copyFile(original, path)
  await run('perl', [await exiftoolPath(), '-q', '-overwrite_original', '-codedcharacterset=utf8', ...tags, path])
  return { name, bytes: await readFile(path) }
}

async function inside(bytes: Uint8Array, extension: string): Promise<Record<string, unknown>> {
  const path = join(folder, `${randomUUID()}${extension}`)
  await writeFile(path, bytes)
  const { stdout } = await run('perl', [await exiftoolPath(), '-json', '-G1', '-charset', 'iptc=utf8', path])
  return (JSON.parse(stdout) as Record<string, unknown>[])[0] ?? {}
}

async function formsOf(file: { name: string; bytes: Buffer }) {
  const mara = await dam.person('mara')
  const id = await mara.has(file)
  const address = `/api_binary/v1/image/${id}`
  const cut = `/api_binary/v1/advance/image/${id}/download?crop=50x20%2B10%2B10&type=jpg&dpi=123`
  const forms = [`${address}/PNG`, `${address}/HighJPG`, `${address}/LowJPG`, cut]
  return await Promise.all(
    forms.map(async (form) => {
      const redirect = await mara.get(form)
      expect(redirect.status, `${file.name}: ${redirect.bytes}`).toBe(302)
      const { bytes } = await dam.ask('GET', redirect.headers.get('location') ?? '')
      return await inside(bytes, form.endsWith('PNG') ? '.png' : '.jpg')
    }),
  )
}

describe.skipIf(!hasPerl)('whose a picture is (needs perl)', () => {
  test('stands in every form of it, whichever way the original says so', async () => {
    const rights = {
      'XMP-dc:Creator': 'Mara Bell',
      'XMP-dc:Rights': '© Größe 2026',
      'XMP-photoshop:Credit': 'Acme Pictures',
    }
    const byIptc = ['-IPTC:By-line=Mara Bell', '-IPTC:CopyrightNotice=© Größe 2026', '-IPTC:Credit=Acme Pictures']
    const byXmp = Object.entries(rights).map(([tag, value]) => `-${tag}=${value}`)
    const terms = '-XMP-xmpRights:UsageTerms=Once, in print'
    const files = [
      await saying(realMedia.starfish, 'iptc.jpg', ...byIptc, terms),
      await saying(realMedia.starfish, 'xmp.jpg', ...byXmp, terms),
      await saying(realMedia.psd, 'photoshop.psd', '-xmp:all=', '-iptc:all=', ...byIptc, terms),
      await saying(realMedia.tiff, 'scan.tiff', ...byXmp, terms),
    ]

    for (const file of files) {
      for (const form of await formsOf(file)) {
        expect(form, file.name).toMatchObject({ ...rights, 'XMP-xmpRights:UsageTerms': 'Once, in print' })
      }
    }
  })

  test('comes without what was true of the original alone', async () => {
    const turned = await saying(
      realMedia.starfish,
      'turned.jpg',
      ...['-n', '-IFD0:Orientation=6', '-XMP-tiff:Orientation=6', '-XMP-tiff:ImageWidth=1278', '-XMP-dc:Rights=©'],
    )
    expect(await inside(turned.bytes, '.jpg')).toHaveProperty('IFD1:ThumbnailImage')

    const forms = await formsOf(turned)

    for (const form of forms) {
      expect(Object.keys(form).filter((name) => /Orientation|Thumbnail|tiff:ImageWidth/.test(name))).toEqual([])
    }
    expect(forms[0]).toMatchObject({ 'PNG:ImageWidth': 720, 'PNG:ImageHeight': 1278 })
    expect(forms[3]).toMatchObject({ 'File:ImageWidth': 50, 'File:ImageHeight': 20, 'IFD0:XResolution': 123 })
  })
})
