import { expect, test } from 'vitest'
import { png } from '../../test/canto-server.ts'
import { pictureType } from './picture-type.ts'

test('pictures are known by their bytes', () => {
  expect(pictureType(png)).toBe('image/png')
  expect(pictureType(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
  expect(pictureType(Buffer.from('RIFF\0\0\0\0WEBPVP8 '))).toBe('image/webp')
})

test.each(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '<!doctype html>', '', 'GIF'])(
  '%j is shown to no browser as a picture',
  (text) => {
    expect(pictureType(Buffer.from(text))).toBeNull()
  },
)
