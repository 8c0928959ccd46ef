export { type Addresses, addressesOf, NoSuchDomain } from './addresses.ts'
export type { AdvancedDownload } from './advanced-download.ts'
export type { CallOptions, ClientOptions } from './api.ts'
export type { ContentRef } from './asset-methods.ts'
export { type BackOff, usualBackOff } from './back-off.ts'
export type { Changes } from './change-methods.ts'
export { type Client, createClient } from './create-client.ts'
export type { Download, DownloadOptions } from './download.ts'
export { CantoFailure, ConnectionFailure, OAuthFailure } from './failures.ts'
export { allOf, anyOf, type Dialect, escapeFilterValue, withKeyword, withTag } from './filter-values.ts'
export {
  authorizeUrl,
  clientCredentials,
  exchangeCode,
  type Grant,
  type OAuthApp,
  refresh,
  tenantOf,
} from './oauth.ts'
export { segment } from './path.ts'
export type { ReportOptions } from './report-methods.ts'
export { searchQuery } from './search-query.ts'
export {
  clientCredentialsSource,
  fixedToken,
  type KeptGrant,
  NotConnected,
  type TokenSource,
  tokenSource,
} from './token-source.ts'
export { type Uploaded, UploadNotFinished } from './upload.ts'
export { type UploadAnswer, type UploadFields, type UploadTransport, uploadForm } from './upload-form.ts'
export type { Retry } from './with-retries.ts'
