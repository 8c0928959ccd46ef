import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { Mail, MailId } from './mail.ts'

/** In the transaction of what it tells of: both happen or neither. */
export async function queueMail(
  { clock, ids }: { clock: Clock; ids: Ids },
  { mails, jobs }: Pick<LibraryStores, 'mails' | 'jobs'>,
  { to, subject, text }: { to: string; subject: string; text: string },
): Promise<void> {
  const mail: Mail = {
    id: ids.newId<MailId>(),
    to,
    subject,
    text,
    state: 'queued',
    reason: null,
    queuedAt: clock.now(),
    finishedAt: null,
  }
  await mails.insert(mail)
  await jobs.enqueue({ name: 'send-mail', payload: { mailId: mail.id } })
}
