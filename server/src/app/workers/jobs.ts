import { type TakeInDeps, takeInUpload } from '../../domain/intake/take-in-upload.job.ts'
import { type SendMailDeps, sendMail } from '../../domain/mail/send-mail.job.ts'
import type { Job, JobName } from '../../domain/ports/job-queue.ts'

/** What all jobs together need. */
export type JobDeps = TakeInDeps & SendMailDeps

/** Every kind of work there is. */
export const jobs: { [Name in JobName]: Job<Name, JobDeps> } = {
  'take-in-upload': takeInUpload,
  'send-mail': sendMail,
}
