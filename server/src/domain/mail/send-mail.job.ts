import type { Clock } from '../ports/clock.ts'
import type { Job } from '../ports/job-queue.ts'
import type { Library } from '../ports/library.ts'
import { type Mailer, MailRefused } from '../ports/mailer.ts'
import type { Mail, MailId } from './mail.ts'

export type SendMailDeps = {
  library: Library
  clock: Clock
  /** `null`: no mail server is set up. */
  mailer: Mailer | null
  /** A line in the log, for who runs the server. */
  warn(about: Record<string, string>, sentence: string): void
}

/**
 * Hands a letter to the mail server. Killed between that and writing it down, it does so again: twice in a mailbox is
 * better than never.
 */
export const sendMail: Job<'send-mail', SendMailDeps> = {
  name: 'send-mail',
  attempts: 30, // some five hours

  async run({ library, clock, mailer, warn }, { mailId }) {
    const mail = await library.read.mails.find(mailId as MailId)
    if (mail?.state !== 'queued') return
    const end = (fields: Partial<Mail>) => library.transaction(({ mails }) => mails.update(mail.id, fields))
    if (mailer === null) {
      warn({ mail: mail.id, to: mail.to }, 'no mail server is set up: a mail is kept in the outbox')
      return end({ state: 'kept', reason: 'No mail server is set up' })
    }

    try {
      await mailer.send(mail)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (!(error instanceof MailRefused)) {
        await end({ reason })
        throw error
      }
      warn({ mail: mail.id, to: mail.to, reason }, 'a mail was refused')
      return end({ state: 'failed', reason, finishedAt: clock.now() })
    }
    await end({ state: 'sent', reason: null, text: '', finishedAt: clock.now() })
  },

  async onGivenUp({ library, clock }, { mailId }, reason) {
    await library.transaction(({ mails }) =>
      mails.update(mailId as MailId, { state: 'failed', reason, finishedAt: clock.now() }),
    )
  },
}
