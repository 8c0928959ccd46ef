import { type ClientOptions, openApi } from './api.ts'
import { assetMethods } from './asset-methods.ts'
import { batchMethods } from './batch-methods.ts'
import { binaryMethods } from './binary-methods.ts'
import { changeMethods } from './change-methods.ts'
import { collectionMethods } from './collection-methods.ts'
import { metadataMethods } from './metadata-methods.ts'
import { reportMethods } from './report-methods.ts'
import { sharingMethods } from './sharing-methods.ts'
import { uploadMethods } from './upload.ts'
import { userMethods } from './user-methods.ts'

export type Client = ReturnType<typeof createClient>

/**
 * The Canto API v1 of one library, or of one portal of it. Every method takes a signal; what the server refuses rejects
 * with `CantoFailure`, and where there is no answer with `ConnectionFailure`.
 */
export function createClient(options: ClientOptions) {
  const api = openApi(options)
  return {
    origin: api.origin,
    ...assetMethods(api),
    ...collectionMethods(api),
    ...uploadMethods(api),
    ...binaryMethods(api),
    ...changeMethods(api),
    ...metadataMethods(api),
    ...batchMethods(api),
    ...sharingMethods(api),
    ...userMethods(api),
    ...reportMethods(api),
  }
}
