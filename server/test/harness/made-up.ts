import { randomBytes } from 'node:crypto'
import type { Account, AccountId } from '../../src/domain/account/account.ts'
import type { Activity, ActivityId } from '../../src/domain/activity/activity.ts'
import type { Asset, AssetId } from '../../src/domain/asset/asset.ts'
import type { Version, VersionId } from '../../src/domain/asset/version.ts'
import type { Collection, CollectionId } from '../../src/domain/collection/collection.ts'
import type { Upload } from '../../src/domain/intake/upload.ts'
import type { Keyword, KeywordId } from '../../src/domain/keyword/keyword.ts'
import type { Mail, MailId } from '../../src/domain/mail/mail.ts'
import type { ApiKey, AppId } from '../../src/domain/oauth/api-key.ts'
import type { AuthorizationCode, FamilyId, Token } from '../../src/domain/oauth/grant.ts'
import type { WebSession } from '../../src/domain/oauth/session-store.ts'
import type { Portal, PortalId } from '../../src/domain/portal/portal.ts'
import { originalKey } from '../../src/domain/ports/object-store.ts'
import type { Group, GroupId } from '../../src/domain/user/group.ts'
import type { User, UserId } from '../../src/domain/user/user.ts'
import type { Delivery, DeliveryId } from '../../src/domain/webhook/delivery.ts'
import type { Webhook, WebhookId } from '../../src/domain/webhook/webhook.ts'

// Whole things of the domain, filled in where a test does not care. Every id is another one.

const hex = (bytes: number) => randomBytes(bytes).toString('hex')
export const someId = <Id extends string>() => hex(13) as Id
export const noon = Date.UTC(2026, 0, 15, 12)

export const someAccount = (said: Partial<Account> = {}): Account => ({
  id: someId<AccountId>(),
  host: `${hex(6)}.dam.example`,
  name: 'Acme',
  publicUrl: null,
  createdAt: noon,
  ...said,
})

export const someUser = (said: Partial<User> = {}): User => ({
  id: someId<UserId>(),
  email: `${hex(6)}@acme.example`,
  firstName: 'Mara',
  lastName: 'Lind',
  role: 'contributor',
  passwordHash: '$argon2id$…',
  suspended: false,
  mayAccessMainLibrary: true,
  credentialsVersion: 1,
  createdAt: noon,
  ...said,
})

export const someVersion = (said: Partial<Version> = {}): Version => ({
  id: someId<VersionId>(),
  assetId: someId<AssetId>(),
  no: 1,
  scheme: 'image',
  fileName: 'poster.jpg',
  extension: 'jpg',
  contentType: 'image/jpeg',
  size: 5_000_000_000,
  md5: hex(16),
  sha256: hex(32),
  object: originalKey(hex(32)),
  uploadedAt: noon,
  uploadedBy: 'mara@acme.example',
  uploadedByName: 'Mara Lind',
  comment: '',
  measures: { width: 4000, height: 3000, dpi: 300, duration: null, pages: null, createdInFileAt: noon - 1 },
  metadata: { 'Image Width': '4000', Artist: 'Zoë' },
  text: '',
  hasPreview: true,
  lacked: [],
  ...said,
})

export function someAsset(said: Partial<Asset> = {}): Asset {
  const id = said.id ?? someId<AssetId>()
  return {
    id,
    scheme: 'image',
    name: 'poster.jpg',
    description: 'A tiger in the forest',
    author: 'Ines',
    copyright: '© Ines',
    termsAndConditions: '',
    owner: 'mara@acme.example',
    ownerName: 'Mara Lind',
    createdAt: noon,
    modifiedAt: noon + 1,
    approval: 'Approved',
    expiresAt: null,
    tags: [],
    keywords: [],
    customValues: {},
    albumIds: [],
    ...said,
    current: said.current ?? someVersion({ assetId: id, scheme: said.scheme ?? 'image' }),
  }
}

export const someKeyword = (said: Partial<Keyword> = {}): Keyword => ({
  id: someId<KeywordId>(),
  name: hex(6),
  description: '',
  createdAt: noon,
  ...said,
})

export const someCollection = (said: Partial<Collection> = {}): Collection => ({
  id: hex(4).toUpperCase() as CollectionId,
  kind: 'album',
  parentId: null,
  name: hex(6),
  description: '',
  owner: 'mara@acme.example',
  createdAt: noon,
  modifiedAt: noon,
  ...said,
})

export const someUpload = (said: Partial<Upload> = {}): Upload => ({
  id: someId<AssetId>(),
  fileName: 'poster.jpg',
  object: originalKey(hex(32)),
  size: 5_000_000_000,
  md5: hex(16),
  sha256: hex(32),
  uploadedBy: 'mara@acme.example',
  uploadedByName: 'Mara Lind',
  uploadedAt: noon,
  state: 'Queue',
  message: null,
  scheme: null,
  tags: [],
  albumId: null,
  versionOf: null,
  portalId: null,
  given: {},
  takeInAnyway: false,
  finishedAt: null,
  ...said,
})

export const someMail = (said: Partial<Mail> = {}): Mail => ({
  id: someId<MailId>(),
  to: 'ines@acme.example',
  subject: 'Grüße 🐅',
  text: 'First line\n\nhttps://acme.example/…\n',
  state: 'queued',
  reason: null,
  queuedAt: noon,
  finishedAt: null,
  ...said,
})

export const someGroup = (said: Partial<Group> = {}): Group => ({
  id: someId<GroupId>(),
  name: hex(6),
  createdAt: noon,
  ...said,
})

export const somePortal = (said: Partial<Portal> = {}): Portal => ({
  id: `g-${hex(16)}` as PortalId,
  kind: 'portal',
  name: hex(6),
  contents: [],
  users: [],
  groups: [],
  createdAt: noon,
  ...said,
})

export const someApiKey = (account: Account, said: Partial<ApiKey> = {}): ApiKey => ({
  appId: hex(16) as AppId,
  accountId: account.id,
  name: 'Print shop',
  redirectUri: 'https://shop.example/callback',
  website: 'https://shop.example',
  logoUrl: '',
  secretDigest: hex(32),
  secretSealed: hex(40),
  clientCredentials: false,
  createdBy: someId<UserId>(),
  createdAt: noon,
  lastUsedAt: null,
  ...said,
})

export const someCode = (key: ApiKey, said: Partial<AuthorizationCode> = {}): AuthorizationCode => ({
  digest: hex(32),
  familyId: someId<FamilyId>(),
  appId: key.appId,
  accountId: key.accountId,
  userId: someId<UserId>(),
  credentialsVersion: 1,
  portalId: null,
  roleCap: null,
  redirectUri: key.redirectUri,
  codeChallenge: null,
  codeChallengeMethod: null,
  expiresAt: noon + 60_000,
  usedAt: null,
  ...said,
})

export const someToken = (account: Account, said: Partial<Token> = {}): Token => ({
  digest: hex(32),
  kind: 'access',
  familyId: someId<FamilyId>(),
  parent: null,
  appId: null,
  accountId: account.id,
  userId: someId<UserId>(),
  credentialsVersion: 1,
  portalId: null,
  roleCap: null,
  issuedAt: noon,
  expiresAt: noon + 3_600_000,
  firstUsedAt: null,
  endedAt: null,
  ...said,
})

export const someSession = (account: Account, said: Partial<WebSession> = {}): WebSession => ({
  digest: hex(32),
  accountId: account.id,
  userId: someId<UserId>(),
  credentialsVersion: 1,
  createdAt: noon,
  expiresAt: noon + 3_600_000,
  ...said,
})

export const someActivity = (said: Partial<Activity> = {}): Activity => ({
  id: someId<ActivityId>(),
  assetId: someId<AssetId>(),
  scheme: 'image',
  kind: 'downloaded',
  by: { name: 'Mara Lind', email: 'mara@acme.example' },
  time: noon,
  detail: '',
  ...said,
})

export const someWebhook = (said: Partial<Webhook> = {}): Webhook => ({
  id: someId<WebhookId>(),
  url: 'https://app.example/hook',
  events: ['asset.added', 'asset.deleted'],
  secretSealed: 'sealed',
  enabled: true,
  sinceSeq: 3,
  createdBy: 'ada@acme.example',
  createdAt: noon,
  ...said,
})

export const someDelivery = (webhook: Webhook, said: Partial<Delivery> = {}): Delivery => ({
  id: someId<DeliveryId>(),
  webhookId: webhook.id,
  changeSeq: 4,
  event: 'asset.added',
  scheme: 'image',
  subjectId: someId<AssetId>(),
  album: 'SIR13',
  displayName: 'poster.jpg',
  happenedAt: noon,
  queuedAt: noon,
  state: 'waiting',
  attempts: 0,
  runAt: noon,
  lastAttemptAt: null,
  status: null,
  answer: '',
  reason: '',
  ...said,
})
