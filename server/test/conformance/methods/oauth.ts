import { allow, askToken, authorizePath, connect, decide, exchange, refresh } from '../../harness/oauth-steps.ts'
import type { DocumentedMethod } from '../documented-method.ts'
import { sentTo } from '../sent-to.ts'

const tokens = {
  accessToken: 'd0531d8b5247444fa2249f7f575faffe',
  expiresIn: '2592000',
  tokenType: 'Bearer',
  refreshToken: '71b8b869e9144c5f9a2000279e55bf8224143a9bbac342648d976bf5650eeffa',
}
const invalid = { json: { error: 'invalid_request', error_description: 'Wrong app_id value' } }
const refused = (error: string) => ({ json: { error, error_description: 'Authentication code expired' } })

export const oauthMethods: DocumentedMethod[] = [
  {
    number: 'authorize',
    name: 'Canto OAuth page, login and authorization',
    perMinute: null,
    cases: [
      {
        says: 'the page',
        as: 'nobody',
        ask: ({ dam, app }) => dam.ask('GET', authorizePath(app, { state: 'abcd', redirect_uri: app.key.redirectUri })),
        status: 200,
        answer: { page: 'Sign in' },
      },
      {
        says: 'another app_id',
        as: 'nobody',
        ask: ({ dam, app }) => dam.ask('GET', authorizePath({ ...app, id: 'f'.repeat(32) })),
        status: 400,
        answer: invalid,
      },
      {
        says: 'another redirect_uri',
        as: 'nobody',
        ask: ({ dam, app }) => dam.ask('GET', authorizePath(app, { redirect_uri: 'https://elsewhere.example/' })),
        status: 400,
        answer: invalid,
      },
      {
        says: 'another response_type',
        as: 'nobody',
        ask: ({ dam, app }) => dam.ask('GET', authorizePath(app, { response_type: 'token' })),
        status: 400,
        answer: invalid,
      },
      {
        says: 'agreeing: the code, and the state as it was',
        ask: async ({ dam, app, people }) =>
          sentTo(await decide(dam, people.contributor, app, 'Allow', { state: 'abcd' })),
        status: 302,
        answer: { leadsTo: /^https:\/\/printshop\.example\/back\?code=\w+&state=abcd$/ },
      },
      {
        says: 'denying, in the words of the page',
        ask: async ({ dam, app, people }) => sentTo(await decide(dam, people.contributor, app, 'Deny')),
        status: 302,
        answer: {
          leadsTo:
            /^https:\/\/printshop\.example\/back\?error=access_denied&error_description=The\+user\+denied\+access\+to\+your\+application$/,
        },
      },
    ],
  },
  {
    number: 'token',
    name: 'Obtain an Access Token',
    perMinute: null,
    cases: [
      {
        says: 'the example',
        ask: async ({ dam, app, people }) => exchange(dam, app, await allow(dam, people.contributor, app)),
        status: 200,
        answer: { json: tokens },
      },
      {
        says: 'another app_id',
        ask: async ({ dam, app }) => exchange(dam, { ...app, id: 'f'.repeat(32) }, 'any'),
        status: 400,
        answer: invalid,
      },
      {
        says: 'another grant_type',
        ask: ({ dam, app }) => askToken(dam, app, { grant_type: 'magic', code: 'any' }),
        status: 400,
        answer: invalid,
      },
      {
        says: 'another redirect_uri',
        ask: async ({ dam, app, people }) =>
          exchange(dam, app, await allow(dam, people.contributor, app), { redirect_uri: 'https://elsewhere.example/' }),
        status: 400,
        answer: invalid,
      },
      {
        says: 'an incorrect code',
        ask: ({ dam, app }) => exchange(dam, app, 'f135cd520c074219a5cac1622bd3415e'),
        status: 401,
        answer: refused('authentication_expired'),
      },
    ],
  },
  {
    number: 'refresh',
    name: 'Obtain a Refresh Token',
    perMinute: null,
    cases: [
      {
        says: 'the example',
        ask: async ({ dam, app, people }) =>
          refresh(dam, app, (await connect(dam, people.contributor, app)).refreshToken),
        status: 200,
        answer: { json: tokens },
      },
      {
        says: 'another redirect_uri',
        ask: async ({ dam, app, people }) => {
          const { refreshToken } = await connect(dam, people.contributor, app)
          return refresh(dam, app, refreshToken, { redirect_uri: 'https://elsewhere.example/' })
        },
        status: 400,
        answer: invalid,
      },
      {
        says: 'an incorrect refresh token',
        ask: ({ dam, app }) => refresh(dam, app, '0'.repeat(64)),
        status: 401,
        answer: refused('authentication_fail'),
      },
    ],
  },
  {
    number: 'tenant',
    name: 'Get Canto Account Name using a Refresh Token',
    perMinute: null,
    cases: [
      {
        says: 'the host name',
        ask: async ({ dam, app, people }) => {
          const { refreshToken } = await connect(dam, people.contributor, app)
          return dam.ask('GET', `/oauth/api/oauth2/tenant/${refreshToken}`)
        },
        status: 200,
        answer: { text: /^localhost$/ },
      },
      {
        says: 'an invalid refresh token',
        as: 'nobody',
        ask: `GET /oauth/api/oauth2/tenant/${'0'.repeat(64)}`,
        status: 401,
        answer: refused('authentication_fail'),
      },
    ],
  },
]
