import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkedRedirectUri, guessedFrom, withParameters } from './redirect-uri.ts'

describe('a redirect URI', () => {
  test.each([
    'https://app.example/back',
    'http://127.0.0.1:8090/oauth/back?x=1&y=%20',
    'http://[::1]:8090/',
    'com.example.app:/back',
    'myapp://oauth',
  ])('may be %s, and is kept to the letter', (uri) => {
    expect(checkedRedirectUri(` ${uri}\n`)).toBe(uri)
  })

  test.each([
    'app.example/back',
    '//app.example/back',
    'https:app.example',
    'https:///app.example',
    'https://app.example/#',
    'https://app.example/ü',
    'https://app.example/\tx',
    'https://me@app.example/',
    'JavaScript:alert(1)',
    'file:///etc/passwd',
    `https://app.example/${'x'.repeat(2000)}`,
  ])('may not be %s', (uri) => {
    expect(() => checkedRedirectUri(uri)).toThrow('The redirect URL')
  })

  test('tells where the app lives, when it is a website', () => {
    expect(guessedFrom('https://app.example:8443/a/b?c')).toEqual({
      website: 'https://app.example:8443',
      logoUrl: 'https://app.example:8443/favicon.ico',
    })
    expect(guessedFrom('myapp://oauth')).toEqual({ website: '', logoUrl: '' })
  })
})

describe('an answer to an app', () => {
  test('is added to what the redirect URI has of its own', () => {
    const code = [['code', 'c']] as const
    expect(withParameters('https://a.example/b', code)).toBe('https://a.example/b?code=c')
    expect(withParameters('https://a.example/b?x=1', code)).toBe('https://a.example/b?x=1&code=c')
    expect(withParameters('https://a.example/b?', code)).toBe('https://a.example/b?code=c')
    expect(withParameters('https://a.example/b?x=1&', code)).toBe('https://a.example/b?x=1&code=c')
  })

  test('brings back whatever state, however the app decodes it, and goes nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (state) => {
        const url = new URL(
          withParameters('https://a.example/b', [
            ['code', 'c'],
            ['state', state],
          ]),
        )
        expect(url.searchParams.get('state')).toBe(state.toWellFormed())
        expect(decodeURIComponent(url.search.split('&state=')[1] ?? '')).toBe(state.toWellFormed())
        expect(url.origin + url.pathname).toBe('https://a.example/b')
      }),
    )
  })
})
