import type { ApiKeyDetails, ApiKeyEntry } from '@descant/contract'
import type { ApiKey } from '../../../domain/oauth/api-key.ts'
import type { User, UserId } from '../../../domain/user/user.ts'
import { toWireTime } from '../../http/wire-time.ts'

export type Makers = ReadonlyMap<UserId, User>

/** `createdBy` is the address of who made it; empty once there is no such user. */
export const presentApiKey = (key: ApiKey, makers: Makers): ApiKeyEntry => ({
  appId: key.appId,
  name: key.name,
  redirectUri: key.redirectUri,
  website: key.website,
  logoUrl: key.logoUrl,
  clientCredentials: key.clientCredentials,
  createdBy: makers.get(key.createdBy)?.email ?? '',
  created: toWireTime(key.createdAt),
  lastUsed: key.lastUsedAt === null ? null : toWireTime(key.lastUsedAt),
})

export const presentApiKeyWithSecret = (key: ApiKey, makers: Makers, appSecret: string): ApiKeyDetails => ({
  ...presentApiKey(key, makers),
  appSecret,
})
