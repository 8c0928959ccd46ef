import { expect, test } from 'vitest'
import { redactUrl } from './request-log.ts'

test('a log line keeps where a request went and what it looked for', () => {
  expect(redactUrl('/api/v1/search?keyword=t%20iger&limit=3')).toBe('/api/v1/search?keyword=t%20iger&limit=3')
})

test.each([
  ['/api/v1/user?access_token=SECRET&x=1', '/api/v1/user?access_token=***&x=1'],
  ['/api/v1/user?ACCESS_TOKEN=SECRET', '/api/v1/user?ACCESS_TOKEN=***'],
  ['/api/v1/user?access%5Ftoken=SECRET', '/api/v1/user?access%5Ftoken=***'],
  ['/api/v1/user?access_token=SEC=RET', '/api/v1/user?access_token=***'],
  ['/api_binary/v1/image/x?Authorization=Bearer%20SECRET', '/api_binary/v1/image/x?Authorization=***'],
  [
    '/oauth/api/oauth2/token?app_id=a&app_secret=SECRET&code=SECRET',
    '/oauth/api/oauth2/token?app_id=a&app_secret=***&code=***',
  ],
  ['/oauth/api/oauth2/tenant/SECRET', '/oauth/api/oauth2/tenant/***'],
  ['/invitation/SECRET', '/invitation/***'],
  ['/s/SECRET', '/s/***'],
  ['/s/SECRET/asset/crop?width=5', '/s/***/asset/crop?width=5'],
  ['/u/SECRET', '/u/***'],
  [
    '/direct/LowJPG/asset/version/1795289400/SECRET/a.jpg?share=SECRET',
    '/direct/LowJPG/asset/version/1795289400/***/a.jpg?share=***',
  ],
  ['/oauth/api/oauth2/tenant/SECRET?x=1', '/oauth/api/oauth2/tenant/***?x=1'],
  ['/api/v1/tree%3Faccess_token=SECRET', '/api/v1/tree?access_token=***'],
  ['/api/v1/tree?a=1?access_token=SECRET', '/api/v1/tree?a=1?access_token=***'],
  ['/direct/x?Signature=SECRET&Expires=1', '/direct/x?Signature=***&Expires=1'],
  ['/x?%=1&token=SECRET', '/x?%=1&token=***'],
  ['/direct/original/asset/version/1795289400/SECRET/a.jpg', '/direct/original/asset/version/1795289400/***/a.jpg'],
  ['/direct/preview/asset/version/1795289400/SECRET/240?x=1', '/direct/preview/asset/version/1795289400/***/240?x=1'],
])('a log line of %s hides what opens something', (url, shown) => {
  expect(redactUrl(url)).toBe(shown)
})
