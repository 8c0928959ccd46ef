import { join } from 'node:path'
import { systemClock } from '../adapters/clock/system-clock.ts'
import { openSecrets } from '../adapters/crypto/open-secrets.ts'
import { randomIds } from '../adapters/crypto/random-ids.ts'
import { openDatabase } from '../adapters/database/open-database.ts'
import { openMediaTools } from '../adapters/media/open-media-tools.ts'
import type { AccountId } from '../domain/account/account.ts'
import { openRecentActivity, type RecentActivity } from '../domain/activity/recent-activity.ts'
import type { Clock } from '../domain/ports/clock.ts'
import type { Control } from '../domain/ports/control.ts'
import type { Ids } from '../domain/ports/ids.ts'
import type { Libraries } from '../domain/ports/library.ts'
import type { Mailer } from '../domain/ports/mailer.ts'
import type { MediaTools } from '../domain/ports/media-tools.ts'
import type { ObjectStore } from '../domain/ports/object-store.ts'
import type { OutboundHttp } from '../domain/ports/outbound-http.ts'
import type { Secrets } from '../domain/ports/secrets.ts'
import { refuseUnfinishedRestore } from './backup/unfinished-restore.ts'
import { openObjectPlace } from './choose-objects.ts'
import { type Config, databaseOptions, searchFolder } from './config.ts'
import { outboundWhenAsked } from './outbound-when-asked.ts'
import { openSearchThread } from './search-thread/open-search-thread.ts'
import { type ThreadSearches, threadSearches } from './search-thread/thread-searches.ts'
import { secretKey } from './secret-key.ts'

/** Everything the product uses from the world, chosen by the configuration. Close it when done. */
export type Adapters = {
  clock: Clock
  ids: Ids
  secrets: Secrets
  control: Control
  libraries: Libraries
  objectsOf(account: AccountId): ObjectStore
  /** `awaited`: for what somebody waits for. */
  media: MediaTools & { awaited: MediaTools }
  /** `null`: no mail server is set up. */
  mailer: Mailer | null
  outbound: OutboundHttp
  searches: ThreadSearches
  recentActivity: RecentActivity
  /** How long the reports of activity go back; `null`: for ever. */
  activityDaysKept: number | null
  close(): Promise<void>
}

export async function chooseAdapters(config: Config, clock: Clock = systemClock): Promise<Adapters> {
  refuseUnfinishedRestore(config.dataFolder)
  const objects = await openObjectPlace(config)
  const secrets = openSecrets(await secretKey(config.secretKey, config.dataFolder))
  const database = await openDatabase(databaseOptions(config))
  const media = await openMediaTools({
    temporaryFolder: join(config.dataFolder, 'tmp'),
    workers: config.workers,
    ...config.media,
  })

  const outbound = outboundWhenAsked({ allowPrivateNetwork: config.allowPrivateNetwork })
  const recentActivity = openRecentActivity({ ids: randomIds })
  const searches = threadSearches(() =>
    openSearchThread({
      database: databaseOptions(config),
      folder: searchFolder(config),
      mostBytes: config.searchMemoryMiB * 1024 * 1024,
    }),
  )

  return {
    clock,
    ids: randomIds,
    secrets,
    control: database.control,
    libraries: database.libraries,
    objectsOf: objects.of,
    media,
    mailer: config.smtp && (await import('../adapters/mail/smtp-mailer.ts')).smtpMailer(config.smtp),
    searches,
    outbound,
    recentActivity,
    activityDaysKept: config.activityDaysKept,
    async close() {
      await searches.close()
      await recentActivity.close()
      await outbound.close()
      await media.close()
      await database.close()
    },
  }
}
