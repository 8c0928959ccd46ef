import type { FastifyBaseLogger } from 'fastify'
import { dropOldActivity } from '../../domain/activity/drop-old-activity.ts'
import { noteAttached } from '../../domain/asset/note-attached.ts'
import { recordExpiries } from '../../domain/asset/record-expiries.ts'
import { dropOldChanges } from '../../domain/change/drop-old-changes.ts'
import { dropFailedUploads } from '../../domain/intake/drop-failed-uploads.ts'
import { dropOldMail } from '../../domain/mail/drop-old-mail.ts'
import { forgetExpired } from '../../domain/oauth/forget-expired.ts'
import { emptyTrash } from '../../domain/trash/empty-trash.ts'
import { dropOldDeliveries } from '../../domain/webhook/drop-old-deliveries.ts'
import type { Adapters } from '../choose-adapters.ts'
import type { Workplace } from './workplace.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

type Deps = Pick<Adapters, 'control' | 'clock' | 'activityDaysKept'> & {
  log?: Pick<FastifyBaseLogger, 'warn' | 'error'>
}
type Piece = { name: string; everyMs: number; run(): Promise<void> }

/** What comes round by itself, in every process that works; each piece may run as often as it likes. */
export function regularWork({
  control,
  clock,
  activityDaysKept: daysKept,
  log,
}: Deps): (workplaces: Workplace[]) => Promise<void> {
  const lastRun = new Map<string, number>()

  const ofInstallation: Piece = {
    name: 'drop what has expired',
    everyMs: hour,
    run: () => forgetExpired({ control, clock }),
  }

  const ofLibrary = ({ library, objects, lookForIncoming }: Workplace): Piece[] => [
    { name: 'look for incoming files', everyMs: 2 * second, run: () => lookForIncoming({ library, objects, clock }) },
    { name: 'note what is attached', everyMs: 10 * second, run: () => noteAttached({ library }) },
    { name: 'record expiries', everyMs: minute, run: () => recordExpiries({ library, clock }) },
    { name: 'drop old changes', everyMs: hour, run: () => dropOldChanges({ library, clock }) },
    { name: 'drop old activity', everyMs: hour, run: () => dropOldActivity({ library, clock }, { daysKept }) },
    { name: 'drop old deliveries', everyMs: hour, run: () => dropOldDeliveries({ library, clock }) },
    { name: 'drop failed uploads', everyMs: hour, run: () => dropFailedUploads({ library, objects, clock }) },
    { name: 'drop old mail', everyMs: hour, run: () => dropOldMail({ library, clock }) },
    { name: 'empty the trash', everyMs: hour, run: () => emptyTrash({ library, objects, clock }) },
    { name: 'sweep interrupted writes', everyMs: hour, run: () => objects.sweep(day) },
  ]

  async function runWhenDue({ name, everyMs, run }: Piece, where: string): Promise<void> {
    const key = `${where} ${name}`
    const now = clock.now()
    if (now - (lastRun.get(key) ?? Number.NEGATIVE_INFINITY) < everyMs) return
    lastRun.set(key, now)
    try {
      await run()
    } catch (error) {
      log?.error({ err: error, account: where }, `could not ${name}; will try again`)
    }
  }

  return async (workplaces) => {
    await runWhenDue(ofInstallation, 'installation')
    for (const workplace of workplaces) {
      for (const piece of ofLibrary(workplace)) await runWhenDue(piece, workplace.library.accountId)
    }
  }
}
