import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { ContentDetails, ContentList } from '@descant/contract'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { realMedia } from '../fixtures/real-media.ts'
import { type Dam, startDam } from '../harness/dam.ts'
import { hasTool } from '../harness/has-tool.ts'
import type { Person } from '../harness/person.ts'

let dam: Dam
let mara: Person
beforeEach(async () => {
  // an office document may take twice as long as other files
  dam = await startDam({ env: { DESCANT_MEDIA_SECONDS: '15' } })
  mara = await dam.person('mara')
})
afterEach(() => dam.close())

type Running = { pid: number; group: number; args: string }

async function running(): Promise<Running[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,pgid=,stat=,args='])
  return stdout.split('\n').flatMap((line) => {
    const [, pid, group, state, args] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    const hasEnded = state === undefined || state.startsWith('Z') // though nobody has taken notice yet
    return args === undefined || hasEnded ? [] : [{ pid: Number(pid), group: Number(group), args }]
  })
}

/** The program that has a document of this server in its hands. */
async function officeAtWork(): Promise<Running> {
  const find = async () =>
    (await running()).find(({ args }) => args.includes('soffice.bin') && args.includes(`file://${dam.folder}`))
  await expect.poll(find, { timeout: 30_000, interval: 20 }).toBeDefined()
  return (await find()) as Running
}

async function inGroup(group: number): Promise<string[]> {
  return (await running()).filter((each) => each.group === group).map(({ args }) => args)
}

async function previewOf(scheme: string, id: string) {
  const { url } = (await mara.get<ContentDetails>(`/api/v1/${scheme}/${id}`)).body
  const { bytes } = await dam.ask('GET', url.directUrlPreview ?? '')
  return await sharp(bytes).metadata()
}

async function foundBy(keyword: string): Promise<string[]> {
  const { body } = await mara.get<ContentList>(`/api/v1/search?keyword=${encodeURIComponent(keyword)}`)
  return body.results.map(({ id }) => id)
}

describe.skipIf(!hasTool('soffice') || !hasTool('ps'))('an office program (needs libreoffice)', () => {
  test('that hangs is ended with all it has started, and the next document is drawn', {
    timeout: 180_000,
  }, async () => {
    const uploading = mara.upload({ name: 'hangs.docx', bytes: await readFile(realMedia.docx) })
    const office = await officeAtWork()
    process.kill(office.pid, 'SIGSTOP')
    expect((await inGroup(office.group)).length).toBeGreaterThan(1) // the program, and what started it

    expect(await uploading).toMatchObject({ status: 'Done', scheme: 'document' })

    await expect.poll(() => inGroup(office.group), { timeout: 10_000 }).toEqual([])
    expect(await dam.ask('GET', '/health/ready')).toMatchObject({ status: 200 })
    const next = await mara.upload({ name: 'next.pptx', bytes: await readFile(realMedia.pptx) })
    expect(next).toMatchObject({ status: 'Done', scheme: 'presentation' })
    expect(await previewOf('presentation', next.id)).toMatchObject({ width: 800, height: 600 })
  })

  test('that dies leaves a document with a page of its words, and the next one is drawn', {
    timeout: 180_000,
  }, async () => {
    const uploading = mara.upload({ name: 'dies.docx', bytes: await readFile(realMedia.docx) })
    process.kill((await officeAtWork()).pid, 'SIGKILL')

    const died = await uploading
    expect(died).toMatchObject({ status: 'Done', scheme: 'document' })
    expect(await previewOf('document', died.id)).toMatchObject({ width: 618, height: 800 }) // a page, no icon
    expect(await foundBy('quick brown fox')).toEqual([died.id])
    const next = await mara.upload({ name: 'next.pptx', bytes: await readFile(realMedia.pptx) })
    expect(await previewOf('presentation', next.id)).toMatchObject({ width: 800, height: 600 })
  })
})
