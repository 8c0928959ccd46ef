import { type Static, Type } from 'typebox'

/** One row of Settings → API keys. */
export const ApiKeyEntry = Type.Object({
  appId: Type.String(),
  name: Type.String(),
  redirectUri: Type.String(),
  website: Type.String(),
  logoUrl: Type.String(),
  clientCredentials: Type.Boolean(),
  createdBy: Type.String(),
  created: Type.String(),
  lastUsed: Type.Union([Type.String(), Type.Null()]),
})
export type ApiKeyEntry = Static<typeof ApiKeyEntry>

export const ApiKeyList = Type.Object({ results: Type.Array(ApiKeyEntry) })
export type ApiKeyList = Static<typeof ApiKeyList>

/** `GET /web/v1/api-keys/{appId}` and the answer to `POST`: the secret is shown in settings, to administrators. */
export const ApiKeyDetails = Type.Object({ ...ApiKeyEntry.properties, appSecret: Type.String() })
export type ApiKeyDetails = Static<typeof ApiKeyDetails>

/** `POST /web/v1/api-keys`. Website and logo follow from the redirect URL where absent. */
export const CreateApiKeyBody = Type.Object({
  name: Type.String(),
  redirectUri: Type.String(),
  website: Type.Optional(Type.String()),
  logoUrl: Type.Optional(Type.String()),
  clientCredentials: Type.Optional(Type.Boolean()),
})
export type CreateApiKeyBody = Static<typeof CreateApiKeyBody>

/** `PUT /web/v1/api-keys/{appId}`. */
export const UpdateApiKeyBody = Type.Partial(CreateApiKeyBody)
export type UpdateApiKeyBody = Static<typeof UpdateApiKeyBody>
