import { describe, expect, test } from 'vitest'
import { rewritePath } from './rewrite-path.ts'

const known = /^\/api\/v1\/(tree(\/[^/]+)?|search|image(\/[^/]+)?)$|^\/api_binary\/v1\/image\/[^/]+\/preview$/
const rewrite = (url: string) => rewritePath(url, (path) => known.test(path))

describe('a parent left out', () => {
  test.each([
    ['/api/v1/folder//Summer', '/api/v1/folder/Summer'],
    ['/api/v1/album//Summer%202024?Description=a//b', '/api/v1/album/Summer%202024?Description=a//b'],
    ['/api/p/press/v1/folder//Summer', '/api/p/press/v1/folder/Summer'],
    ['/api/v1/tree/', '/api/v1/tree'],
    ['/api/v1/tree/?layer=1', '/api/v1/tree?layer=1'],
    ['/api/v1/tree/%3Flayer=1', '/api/v1/tree?layer=1'],
  ])('%s is %s', (url, meant) => expect(rewrite(url)).toBe(meant))

  test.each(['/api/v1//folder/Summer', '/api/v1/folder/ABCDE//Summer', '/s//folder', '/api/v1/folder//'])(
    'nowhere else: %s stays',
    (url) => expect(rewrite(url)).toBe(url),
  )
})

describe('an encoded question mark', () => {
  test.each([
    ['/api/v1/tree%3Flayer=-1', '/api/v1/tree?layer=-1'],
    ['/api/v1/tree%3flayer%3D1%26sortBy%3Dname', '/api/v1/tree?layer=1&sortBy=name'],
    ['/api/v1/search%3Fkeyword=a?limit=2', '/api/v1/search?keyword=a&limit=2'],
    ['/api/v1/search%3Fkeyword=what%3Fa=b', '/api/v1/search?keyword=what%3Fa=b'],
    ['/api_binary/v1/image/abc/preview%3Faccess_token=1', '/api_binary/v1/image/abc/preview?access_token=1'],
    ['/api/v1/i%6Dage%3Flimit=1', '/api/v1/i%6Dage?limit=1'],
  ])('begins the query of a known path: %s is %s', (url, meant) => expect(rewrite(url)).toBe(meant))

  test.each([
    '/api/v1/image/abc/tag/why%3Fa=b',
    '/api/v1/image/abc/keyword/%3Fa=b',
    '/api/v1/folder/ABCDE%3Flimit=2',
    '/api/v1/tree%3Flayer',
    '/api/v1/tree%3F=1',
    '/api/v1/unknown%3Fa=b',
    '/api/v1/%FF%3Fa=b',
    '/api/v1/search?keyword=what%3Fa=b',
  ])('is a question mark everywhere else: %s stays', (url) => expect(rewrite(url)).toBe(url))
})
