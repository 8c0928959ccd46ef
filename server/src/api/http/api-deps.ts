import type { AccountId } from '../../domain/account/account.ts'
import type { RecentActivity } from '../../domain/activity/recent-activity.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type { Control } from '../../domain/ports/control.ts'
import type { Ids } from '../../domain/ports/ids.ts'
import type { Libraries } from '../../domain/ports/library.ts'
import type { Mailer } from '../../domain/ports/mailer.ts'
import type { MediaTools } from '../../domain/ports/media-tools.ts'
import type { ObjectStore } from '../../domain/ports/object-store.ts'
import type { Secrets } from '../../domain/ports/secrets.ts'
import type { Searches } from '../../domain/search/searches.ts'

/** What the areas of the API may use. Each takes the few it needs. */
export type ApiDeps = {
  control: Control
  libraries: Libraries
  searches: Searches
  recentActivity: RecentActivity
  /** Each account has its own prefix. */
  objectsOf(account: AccountId): ObjectStore
  media: MediaTools
  /** `null`: no mail server is set up; letters stay in the outbox. */
  mailer: Mailer | null
  clock: Clock
  ids: Ids
  secrets: Secrets
  settings: ApiSettings
}

export type ApiSettings = {
  /** Origin in absolute URLs where the account has none of its own; `null`: the one the client used. */
  publicUrl: string | null
  rateLimits: boolean
  /** The largest file taken in, bytes. */
  maxUploadBytes: number
  /** The largest picture drawn on demand, pixels. */
  maxPixels: number
  /** Folder of the built web application, or `null`. */
  webFolder: string | null
}
