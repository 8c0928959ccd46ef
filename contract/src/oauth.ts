import { type Static, Type } from 'typebox'

const optionalText = Type.Optional(Type.String())

export const AuthorizeQuery = Type.Object({
  response_type: optionalText,
  app_id: optionalText,
  client_id: optionalText,
  redirect_uri: optionalText,
  state: optionalText,
  code_challenge: optionalText,
  code_challenge_method: optionalText,
})
export type AuthorizeQuery = Static<typeof AuthorizeQuery>

/** Parameters of the token endpoint, from the form body or the query; empty ones count as absent. */
export const TokenParameters = Type.Object({
  app_id: optionalText,
  app_secret: optionalText,
  client_id: optionalText,
  client_secret: optionalText,
  grant_type: optionalText,
  redirect_uri: optionalText,
  code: optionalText,
  refresh_token: optionalText,
  code_verifier: optionalText,
  scope: optionalText,
  user_id: optionalText,
})
export type TokenParameters = Static<typeof TokenParameters>

export const TokenAnswer = Type.Object({
  accessToken: Type.String({ pattern: '^[0-9a-f]{32}$', examples: ['9e107d9d372bb6826bd81d3542a419d6'] }),
  /** Seconds, as a string. */
  expiresIn: Type.String({ examples: ['2592000'] }),
  tokenType: Type.Literal('Bearer'),
  refreshToken: Type.Optional(
    Type.String({
      pattern: '^[0-9a-f]{64}$',
      examples: ['92d2087662bc432c92dda9ad2668b31cb179c157528d485f9a6a1c4a65cf2f4f'],
    }),
  ),
})
export type TokenAnswer = Static<typeof TokenAnswer>

/** The answer under `/oauth/api/oauth2/compatible/token`. */
export const CompatibleTokenAnswer = Type.Object({
  access_token: Type.String({ pattern: '^[0-9a-f]{32}$', examples: ['9e107d9d372bb6826bd81d3542a419d6'] }),
  expires_in: Type.Integer({ examples: [2_592_000] }),
  token_type: Type.Literal('Bearer'),
  refresh_token: Type.Optional(
    Type.String({
      pattern: '^[0-9a-f]{64}$',
      examples: ['92d2087662bc432c92dda9ad2668b31cb179c157528d485f9a6a1c4a65cf2f4f'],
    }),
  ),
})
export type CompatibleTokenAnswer = Static<typeof CompatibleTokenAnswer>
