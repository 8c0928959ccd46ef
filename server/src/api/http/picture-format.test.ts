import { expect, test } from 'vitest'
import { pictureFormat } from './picture-format.ts'

test.each([
  [undefined, 'jpeg'],
  ['', 'jpeg'],
  ['*/*', 'jpeg'],
  ['image/*', 'jpeg'],
  ['text/html', 'jpeg'],
  ['image/jpeg', 'jpeg'],
  ['image/webp', 'webp'],
  ['IMAGE/WEBP', 'webp'],
  ['image/avif', 'avif'],
  ['image/avif,image/webp,image/apng,*/*;q=0.8', 'webp'],
  ['image/avif;q=1, image/webp;q=0.5', 'avif'],
  ['image/webp;q=0, */*', 'jpeg'],
  ['image/jpeg, image/webp;q=0.3', 'jpeg'],
])('Accept: %s gets %s', (accept, format) => {
  expect(pictureFormat(accept)).toBe(format)
})
