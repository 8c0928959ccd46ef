import type { ApiKeyDetails, ApiKeyList, CreateApiKeyBody, UpdateApiKeyBody } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../../lib/dam.ts'

const address = '/web/v1/api-keys'
const addressOf = (appId: string) => `${address}/${encodeURIComponent(appId)}`

export const apiKeysQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => dam.web.json<ApiKeyList>(address, { signal }),
  })

/** With the secret, so it is not kept longer than the page that shows it. */
export const apiKeyQuery = (dam: Dam, appId: string) =>
  queryOptions({
    queryKey: ['api-key', appId],
    queryFn: ({ signal }) => dam.web.json<ApiKeyDetails>(addressOf(appId), { signal }),
    gcTime: 0,
  })

export const createApiKey = (dam: Dam, body: CreateApiKeyBody) =>
  dam.web.json<ApiKeyDetails>(address, { method: 'POST', body })

export const updateApiKey = (dam: Dam, appId: string, body: UpdateApiKeyBody) =>
  dam.web.done(addressOf(appId), { method: 'PUT', body })

/** Its tokens end at once. */
export const revokeApiKey = (dam: Dam, appId: string) => dam.web.done(addressOf(appId), { method: 'DELETE' })
