import { randomBytes } from 'node:crypto'
import { get } from 'node:http'
import type { ContentDetails } from '@descant/contract'
import { expect, onTestFinished } from 'vitest'
import { test } from '../../../test/harness/dam.ts'
import { openFiles } from '../../../test/harness/open-files.ts'

/** Asks, takes the first bytes, and is gone once `seen` has had a look. */
function takeAndGo<T>(url: string, headers: Record<string, string>, seen: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: false }, (response) => {
      response.once('data', () => {
        response.pause()
        seen()
          .finally(() => response.destroy())
          .then(resolve, reject)
      })
    })
    request.on('error', reject)
  })
}

test.skipIf(process.platform !== 'linux')(
  'who goes away in the middle of a file leaves nothing open (needs Linux)',
  async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has({ name: 'large.bin', bytes: randomBytes(40_000_000) })
    const { url } = (await mara.get<ContentDetails>(`/api/v1/other/${id}`)).body
    const original = url.directUrlOriginal ?? ''
    const warnings: string[] = []
    const onWarning = ({ message }: Error) => warnings.push(message)
    process.on('warning', onWarning)
    onTestFinished(() => void process.off('warning', onWarning))

    for (const headers of [{}, { range: 'bytes=1000-' }, { range: 'bytes=0-15000000,20000000-39000000' }]) {
      const look = () => openFiles(`${dam.folder}/objects`)
      const meanwhile = await Promise.all(Array.from({ length: 8 }, () => takeAndGo(original, headers, look)))
      expect(Math.max(...meanwhile.map((paths) => paths.length))).toBeGreaterThan(0)
      await expect.poll(look).toEqual([])
    }

    expect(await dam.ask('HEAD', original)).toMatchObject({ status: 200 })
    expect(warnings).toEqual([]) // of files that were left to be closed when memory is tidied up
  },
)

test('a text shown by a browser that insists on it runs nothing', async ({ dam }) => {
  const mara = await dam.person('mara')
  for (const [name, content] of [
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
    ['page.html', '<!doctype html><script>alert(1)</script>'],
    ['data.xml', '<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>'],
  ] as const) {
    const { id, scheme } = await mara.upload({ name, bytes: Buffer.from(content) })
    const { url } = (await mara.get<ContentDetails>(`/api/v1/${scheme}/${id}`)).body

    const { headers } = await dam.ask('GET', url.directUrlOriginal ?? '')

    expect(headers.get('content-disposition'), name).toMatch(/^attachment;/)
    expect(headers.get('content-security-policy'), name).toMatch(/^sandbox; default-src 'none'/)
    expect(headers.get('x-content-type-options'), name).toBe('nosniff')
  }
})
