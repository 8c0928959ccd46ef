import { expect, test } from 'vitest'
import { asWritten, keepJson, stringifyAnswer } from './stringify-answer.ts'

const parsed = (answer: unknown): unknown => JSON.parse(String(stringifyAnswer(answer)))

test('an answer reads the same whether its parts were kept or not', () => {
  const kept = [{ name: 'Größe 🌞 "results":[]' }, { name: '\\"results\\":[]' }].map(keepJson)
  const frame = { before: '"results":[]', found: 2, after: { results: [], text: '\\"results":[]' } }

  for (const results of [kept, kept.slice(1), [], [...kept, { name: 'fresh' }], [1, 'a', null]]) {
    const answer = { before: frame.before, results, after: frame.after, found: frame.found }
    expect(parsed(answer)).toEqual(answer)
  }
})

test('what was written elsewhere stands in an answer as it is', () => {
  const tags = { name: 'tags', value: ['Größe', '"results":[]'], counts: [2, 1] }
  const written = asWritten({ name: 'tags' }, new TextEncoder().encode(JSON.stringify(tags)))
  const frame = { found: 1, nothing: undefined, results: [keepJson({ id: 'a' })] }

  const answer = { ...frame, facets: [{ name: 'scheme' }, written, { name: 'dimension', min: 1, max: 2 }] }

  expect(parsed(answer)).toEqual({
    ...frame,
    facets: [{ name: 'scheme' }, tags, { name: 'dimension', min: 1, max: 2 }],
  })
})

test('what was kept whole is answered whole', () => {
  const kept = keepJson({ name: 'Größe' })

  expect(parsed(kept)).toEqual(kept)
})

test('the same parts again are the same bytes, and anything else in their place is not', () => {
  const [anna, ben] = [{ name: 'anna' }, { name: 'ben' }].map(keepJson)
  const first = stringifyAnswer({ found: 2, results: [anna, ben] })

  expect(stringifyAnswer({ found: 2, results: [anna, ben] })).toBe(first)
  for (const other of [
    { found: 3, results: [anna, ben] },
    { found: 2, results: [ben, anna] },
    { found: 2, results: [anna] },
    { found: 2, results: [anna, keepJson({ name: 'Ben' })] },
  ])
    expect(parsed(other)).toEqual(other)
})

test('anything else is plain JSON', () => {
  for (const answer of [null, 'text', 1, [], [{ a: 1 }], { a: 1 }, { results: 'none' }])
    expect(parsed(answer)).toEqual(answer)
})
