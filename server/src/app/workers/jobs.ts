import { type ExamineAgainDeps, examineAgain } from '../../domain/intake/examine-again.job.ts'
import { type TakeInDeps, takeInUpload } from '../../domain/intake/take-in-upload.job.ts'
import { type TakeOverDeps, takeOverIncoming } from '../../domain/intake/take-over-incoming.job.ts'
import { type SendMailDeps, sendMail } from '../../domain/mail/send-mail.job.ts'
import type { Job, JobName } from '../../domain/ports/job-queue.ts'
import { type MakePlayableDeps, makePlayable } from '../../domain/rendition/make-playable.job.ts'
import type { EmptyTrashDeps } from '../../domain/trash/empty-trash.ts'
import { eraseTrash } from '../../domain/trash/erase-trash.job.ts'

/** What all jobs together need. */
export type JobDeps = EmptyTrashDeps & TakeInDeps & TakeOverDeps & SendMailDeps & MakePlayableDeps & ExamineAgainDeps

/** Every kind of work there is. */
export const jobs: { [Name in JobName]: Job<Name, JobDeps> } = {
  'take-in-upload': takeInUpload,
  'take-over-incoming': takeOverIncoming,
  'send-mail': sendMail,
  'make-playable': makePlayable,
  'examine-again': examineAgain,
  'erase-trash': eraseTrash,
}

/** Work of minutes or hours. It has one pair of hands of its own in each process, so that no upload waits behind it. */
const slow: readonly JobName[] = ['make-playable']
/** A whole library may wait for it; half of the hands leave the other half for what people just uploaded. */
const again: readonly JobName[] = ['examine-again', 'erase-trash']
const quick = (Object.keys(jobs) as JobName[]).filter((name) => !slow.includes(name) && !again.includes(name))

/**
 * Who takes what: hands for what is quick, one more than are configured, so that a file is read or written down while
 * others are drawn (no more of them at once than configured); and those for the rest.
 */
export const lanes = (concurrency: number): { names: readonly JobName[]; hands: number }[] => [
  { names: quick, hands: concurrency + 1 },
  { names: again, hands: Math.max(1, Math.floor(concurrency / 2)) },
  { names: slow, hands: 1 },
]
