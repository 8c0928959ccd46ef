import type { DocumentedMethod } from '../documented-method.ts'
import { accountMethods } from './account.ts'
import { batchMethods } from './batches.ts'
import { contentMethods } from './content.ts'
import { customFieldMethods } from './custom-fields.ts'
import { fileMethods } from './files.ts'
import { labelMethods } from './labels.ts'
import { listMethods } from './lists.ts'
import { oauthMethods } from './oauth.ts'
import { reportMethods } from './reports.ts'
import { sharingMethods } from './sharing.ts'
import { treeMethods } from './trees.ts'
import { uploadMethods } from './uploads.ts'
import { userMethods } from './users.ts'

const orderOf = ({ number }: DocumentedMethod) => (number.startsWith('#') ? Number.parseInt(number.slice(1), 10) : 0)

/** In the order of the reference, OAuth first. */
export const documentedMethods: DocumentedMethod[] = [
  ...oauthMethods,
  ...accountMethods,
  ...contentMethods,
  ...fileMethods,
  ...listMethods,
  ...treeMethods,
  ...uploadMethods,
  ...labelMethods,
  ...batchMethods,
  ...sharingMethods,
  ...reportMethods,
  ...customFieldMethods,
  ...userMethods,
].sort((a, b) => orderOf(a) - orderOf(b))
