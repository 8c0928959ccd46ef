import { expect, test } from 'vitest'
import { sentenceOf } from './sentence-of.ts'

test('a refusal speaks for itself', () => {
  expect(sentenceOf(new Error('There is an album of this name already.'))).toBe(
    'There is an album of this name already.',
  )
})

test("a browser's word for no network becomes one for people", () => {
  for (const words of ['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed']) {
    expect(sentenceOf(new TypeError(words))).toBe('The server cannot be reached. Check your connection.')
  }
})

test('anything else still gives a sentence', () => {
  for (const thrown of [undefined, null, 'oops', {}, new Error()]) {
    expect(sentenceOf(thrown)).toBe('Something went wrong that we did not expect.')
  }
})
