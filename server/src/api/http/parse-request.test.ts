import type { FastifyRequest } from 'fastify'
import { describe, expect, test } from 'vitest'
import { bearerToken } from './bearer-token.ts'
import { clientAddress } from './client-address.ts'
import { html } from './html.ts'

describe('a bearer token', () => {
  const request = (url: string, authorization?: string) =>
    bearerToken({
      url,
      headers: authorization === undefined ? {} : { authorization },
      query: Object.fromEntries(new URL(url, 'http://localhost').searchParams),
    } as Pick<FastifyRequest, 'headers' | 'query' | 'url'>)

  test('may stand in the query of /api_binary under the name of the header, with or without the scheme', () => {
    expect(request('/api_binary/v1/image/x?Authorization=Bearer%20abc')).toBe('abc')
    expect(request('/api_binary/v1/image/x?Authorization=bearer+abc')).toBe('abc')
    expect(request('/api_binary/v1/image/x?Authorization=abc')).toBe('abc')
    expect(request('/api_binary/v1/image/x?Authorization=Basic%20abc')).toBeNull()
    expect(request('/api_binary/v1/image/x?Authorization=')).toBeNull()
    expect(request('/api/v1/user?Authorization=abc')).toBeNull()
    expect(request('/api_binaryx?Authorization=abc')).toBeNull()
  })

  test('in the header comes before one in the query', () => {
    expect(request('/api/v1/user?access_token=query', 'bEaReR header')).toBe('header')
    expect(request('/api/v1/user?access_token=query', 'Bearer')).toBe('query')
    expect(request('/api/v1/user?access_token=', 'Digest x')).toBeNull()
  })
})

describe('the address failed sign-ins count for', () => {
  test.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (ip, address) => {
    expect(clientAddress({ ip })).toBe(address)
  })
})

describe('a template', () => {
  test('takes text as text and its own markup as markup', () => {
    const nasty = `<b a="1" b='2'>&</b>`
    expect(
      html`<p title="${nasty}">${nasty}${html`<i>${1}</i>`}${[html`<u/>`, '<']}${null}${false}${undefined}</p>`.markup,
    ).toBe(
      '<p title="&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;&lt;/b&gt;">' +
        '&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;&lt;/b&gt;<i>1</i><u/>&lt;</p>',
    )
  })
})
