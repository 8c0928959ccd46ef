import type { Kysely } from 'kysely'
import type { AccountId } from '../../domain/account/account.ts'
import type { Library, LibraryStores } from '../../domain/ports/library.ts'
import { CommitWatch, type Mark } from './commit-watch.ts'
import type { SqlDialect } from './dialects/sql-dialect.ts'
import type { Engine } from './engine.ts'
import type { LibrarySchema } from './library-schema.ts'
import { queriesOver } from './queries-over.ts'
import { acceptedTermsStore } from './stores/accepted-terms-store.ts'
import { activityStore } from './stores/activity-store.ts'
import { assetStore } from './stores/asset-store.ts'
import { attachedNotes } from './stores/attached-notes.ts'
import { changeLog } from './stores/change-log.ts'
import { collectionStore } from './stores/collection-store.ts'
import { CompiledQueries } from './stores/compiled-queries.ts'
import { readMark } from './stores/counter.ts'
import { customFieldStore } from './stores/custom-field-store.ts'
import { deliveryStore } from './stores/delivery-store.ts'
import { groupStore } from './stores/group-store.ts'
import { invitationStore } from './stores/invitation-store.ts'
import { jobQueue } from './stores/job-queue.ts'
import { keywordStore } from './stores/keyword-store.ts'
import { mailStore } from './stores/mail-store.ts'
import { portalStore } from './stores/portal-store.ts'
import { presetStore } from './stores/preset-store.ts'
import { settingStore } from './stores/setting-store.ts'
import { shareStore } from './stores/share-store.ts'
import { trashStore } from './stores/trash-store.ts'
import { uploadLinkStore } from './stores/upload-link-store.ts'
import { uploadStore } from './stores/upload-store.ts'
import { userStore } from './stores/user-store.ts'
import { webhookStore } from './stores/webhook-store.ts'

/** The library in an engine whose migrations have run. */
export async function openLibrary(
  accountId: AccountId,
  engine: Engine,
): Promise<{ library: Library; close(): Promise<void> }> {
  const reading = queriesOver<LibrarySchema>(engine, engine.read)
  const compiled = new CompiledQueries()
  const watch = new CommitWatch(engine, () => readMark(reading), await readMark(reading))

  const library: Library = {
    accountId,
    part: null,
    stamp: () => engine.stamp(),
    read: stores(reading, engine.dialect, { compiled, mark: { change: 0, job: 0 } }),
    async transaction(work) {
      const mark: Mark = { change: 0, job: 0 }
      const result = await engine.transaction(async (open) => {
        mark.change = mark.job = 0 // it may be the second try
        const answer = await work(stores(queriesOver<LibrarySchema>(engine, open), engine.dialect, { compiled, mark }))
        if (mark.change > 0 || mark.job > 0) await engine.announce(open)
        return answer
      })
      watch.reached(mark)
      return result
    },
    onCommit: (listener) => watch.listen(listener),
  }
  return {
    library,
    async close() {
      watch.stop()
      await engine.close()
    },
  }
}

/** `mark` is where the log and the queue write how far they came. */
function stores(
  db: Kysely<LibrarySchema>,
  dialect: SqlDialect,
  { compiled, mark }: { compiled: CompiledQueries; mark: Mark },
): LibraryStores {
  const notes = attachedNotes(db, dialect, compiled)
  return {
    users: userStore(db),
    groups: groupStore(db),
    invitations: invitationStore(db),
    portals: portalStore(db, dialect),
    assets: assetStore(db, dialect, compiled),
    keywords: keywordStore(db, notes),
    collections: collectionStore(db, dialect, notes),
    uploads: uploadStore(db),
    customFields: customFieldStore(db, notes),
    presets: presetStore(db),
    settings: settingStore(db),
    acceptedTerms: acceptedTermsStore(db, dialect),
    trash: trashStore(db, dialect),
    mails: mailStore(db),
    activities: activityStore(db),
    webhooks: webhookStore(db),
    deliveries: deliveryStore(db),
    shares: shareStore(db, dialect),
    uploadLinks: uploadLinkStore(db),
    changes: changeLog(db, mark),
    jobs: jobQueue(db, mark),
  }
}
