import type { Account, AccountId } from '../account/account.ts'
import type { ActivityStore } from '../activity/activity-store.ts'
import type { AssetStore } from '../asset/asset-store.ts'
import type { ChangeLog } from '../change/change-log.ts'
import type { CollectionId } from '../collection/collection.ts'
import type { CollectionStore } from '../collection/collection-store.ts'
import type { CustomFieldStore } from '../custom-field/custom-field-store.ts'
import type { UploadStore } from '../intake/upload-store.ts'
import type { KeywordStore } from '../keyword/keyword-store.ts'
import type { MailStore } from '../mail/mail-store.ts'
import type { PortalId } from '../portal/portal.ts'
import type { PortalStore } from '../portal/portal-store.ts'
import type { PresetStore } from '../preset/preset-store.ts'
import type { SettingStore } from '../setting/setting-store.ts'
import type { ShareStore } from '../sharing/share-store.ts'
import type { AcceptedTermsStore } from '../terms/accepted-terms-store.ts'
import type { TrashStore } from '../trash/trash-store.ts'
import type { UploadLinkStore } from '../upload-link/upload-link-store.ts'
import type { GroupStore } from '../user/group-store.ts'
import type { InvitationStore } from '../user/invitation-store.ts'
import type { UserStore } from '../user/user-store.ts'
import type { DeliveryStore } from '../webhook/delivery-store.ts'
import type { WebhookStore } from '../webhook/webhook-store.ts'
import type { JobQueue } from './job-queue.ts'

export type LibraryStores = {
  users: UserStore
  groups: GroupStore
  invitations: InvitationStore
  portals: PortalStore
  assets: AssetStore
  keywords: KeywordStore
  collections: CollectionStore
  uploads: UploadStore
  customFields: CustomFieldStore
  presets: PresetStore
  settings: SettingStore
  acceptedTerms: AcceptedTermsStore
  trash: TrashStore
  mails: MailStore
  activities: ActivityStore
  webhooks: WebhookStore
  deliveries: DeliveryStore
  shares: ShareStore
  uploadLinks: UploadLinkStore
  changes: ChangeLog
  jobs: JobQueue
}

/** Where a handle shows a portal's content alone. */
export type LibraryPart = {
  whole: Library
  portalId: PortalId
  /** The folders and albums that were chosen for it: whoever is in it leaves them where they are. */
  chosen: readonly CollectionId[]
  /** Its albums, as they are now: an asset is in the portal by being in one of them. */
  albums(): Promise<ReadonlySet<CollectionId>>
}

/** One account's database. Rules never name the account, so they can't forget it. */
export interface Library {
  readonly accountId: AccountId
  /**
   * Another value whenever something was committed since, by whomever; so what was read under one stamp still holds
   * under the same. `null` where only the database server could tell.
   */
  stamp(): number | null
  /** `null`: all of it. */
  readonly part: LibraryPart | null
  /** Reads what is committed. Never blocked by a transaction. */
  readonly read: LibraryStores
  /**
   * All or nothing, durable when it resolves. Inside, reads see the transaction's own writes. Write transactions of a
   * library wait for each other (embedded) or retry on a conflict (PostgreSQL): `work` may run more than once and must
   * have no effect outside.
   */
  transaction<T>(work: (stores: LibraryStores) => Promise<T>): Promise<T>
  /** Called after each transaction of this process that wrote to the change log or queued a job, and when another process did. */
  onCommit(listener: () => void): () => void
}

export interface Libraries {
  /** Opens, and makes on first use, the account's database; the same handle for the same account. */
  of(account: Account): Promise<Library>
  close(): Promise<void>
}
