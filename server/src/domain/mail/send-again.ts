import { Invalid, NotFound } from '../domain-error.ts'
import type { Library } from '../ports/library.ts'
import type { MailId } from './mail.ts'

/** Another try for a letter that was kept or has failed. */
export async function sendAgain({ library }: { library: Library }, id: MailId): Promise<void> {
  await library.transaction(async ({ mails, jobs }) => {
    const mail = await mails.find(id)
    if (!mail) throw new NotFound(`mail ${id}`)
    if (mail.state === 'sent') throw new Invalid('This mail has been sent, and its text is not kept')
    if (mail.state === 'queued') return
    await mails.update(id, { state: 'queued', reason: null, finishedAt: null })
    await jobs.enqueue({ name: 'send-mail', payload: { mailId: id } })
  })
}
