import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'

test('try', async ({ dam }) => {
  const mara = await dam.person('mara')
  const bytes = await readFile(new URL('../../../../node_modules/jpeg-exif/test/IMG_0001.JPG', import.meta.url)).catch(
    () => Buffer.from('hello'),
  )
  console.log(await mara.upload({ name: 'a.txt', bytes: Buffer.from('hello') }))
  console.log(await mara.upload({ name: 'IMG_0001.JPG', bytes }))
  expect(1).toBe(1)
})
