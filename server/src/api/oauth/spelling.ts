import type { CompatibleTokenAnswer, TokenAnswer } from '@descant/contract'
import type { IssuedTokens } from '../../domain/oauth/issue-tokens.ts'
import type { AppParameterNames } from '../../domain/oauth/known-app.ts'
import type { Parameters } from './read-parameters.ts'

/** The published calls, and the same under /compatible as OAuth libraries spell them. */
export type Spelling = {
  path: string
  /** What the id and the secret of the app are called in this request. */
  namesIn(parameters: Parameters): AppParameterNames
  present(issued: IssuedTokens): TokenAnswer | CompatibleTokenAnswer
  /** What a request for a token looks like, for the documentation. */
  exampleOfToken: Record<string, string>
}

export const published: Spelling = {
  path: '/api/oauth2',
  namesIn: () => ({ id: 'app_id', secret: 'app_secret' }),
  exampleOfToken: { app_id: '…', app_secret: '…', grant_type: 'authorization_code', redirect_uri: '…', code: '…' },
  present: ({ accessToken, expiresInSeconds, refreshToken }) => ({
    accessToken,
    expiresIn: String(expiresInSeconds),
    tokenType: 'Bearer',
    ...(refreshToken === null ? {} : { refreshToken }),
  }),
}

export const compatible: Spelling = {
  path: '/api/oauth2/compatible',
  exampleOfToken: { client_id: '…', client_secret: '…', grant_type: 'client_credentials' },
  namesIn: (parameters) => ({
    id: parameters.app_id === undefined ? 'client_id' : 'app_id',
    secret: parameters.app_secret === undefined ? 'client_secret' : 'app_secret',
  }),
  present: ({ accessToken, expiresInSeconds, refreshToken }) => ({
    access_token: accessToken,
    expires_in: expiresInSeconds,
    token_type: 'Bearer',
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
  }),
}
