import { checkedLine } from '../checked-line.ts'
import { Invalid } from '../domain-error.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import { checkedEmail } from '../user/email-address.ts'
import { fullName, type User } from '../user/user.ts'
import type { Recipient, UploadLink, UploadLinkId } from './upload-link.ts'

export type NewUploadLink = {
  by: Pick<User, 'email' | 'firstName' | 'lastName'>
  name: string
  description: string
  mail: { subject: string; body: string }
  expiresAt: number | null
  recipients: readonly Recipient[]
  /** Where its page is. */
  addressOf: (id: UploadLinkId) => string
}

const mostRecipients = 100
const longestBody = 10_000

/** Each recipient is written to, once; the letters go out with the link or not at all. */
export async function createUploadLink(
  { library, clock, ids }: { library: Library; clock: Clock; ids: Ids },
  { by, mail, addressOf, ...asked }: NewUploadLink,
): Promise<UploadLink> {
  const link: UploadLink = {
    id: ids.newId<UploadLinkId>(),
    name: checkedLine(asked.name, { called: 'portalName', to: 200 }),
    description: checkedText(asked.description, 'description', 2000),
    createdBy: by.email,
    createdByName: fullName(by),
    createdAt: clock.now(),
    expiresAt: asked.expiresAt,
    revokedAt: null,
    recipients: checkedRecipients(asked.recipients),
    albumId: null,
  }
  const subject = checkedLine(mail.subject, { called: 'emailSubject', to: 200 })
  const body = checkedText(mail.body, 'emailBody', longestBody)
  if (body === '') throw new Invalid('emailBody is missing')

  await library.transaction(async (stores) => {
    await stores.uploadLinks.insert(link)
    for (const recipient of link.recipients) {
      const text = letterTo(recipient, { body, address: addressOf(link.id) })
      await queueMail({ clock, ids }, stores, { to: recipient.email, subject, text })
    }
  })
  return link
}

const letterTo = ({ firstName, lastName }: Recipient, { body, address }: { body: string; address: string }): string => {
  const name = `${firstName} ${lastName}`.trim()
  return [name && `Hello ${name},`, body, address].filter(Boolean).join('\n\n').concat('\n')
}

function checkedText(text: string, called: string, longest: number): string {
  const checked = text.normalize('NFC').trim()
  if (checked.length > longest) throw new Invalid(`${called} may have at most ${longest} characters`)
  return checked
}

/** Without those who are named twice. */
function checkedRecipients(given: readonly Recipient[]): Recipient[] {
  if (given.length > mostRecipients) throw new Invalid(`recipients: at most ${mostRecipients} at once`)
  const byAddress = new Map<string, Recipient>()
  for (const recipient of given) {
    const email = checkedEmail(recipient.email)
    if (byAddress.has(email)) continue
    byAddress.set(email, {
      firstName: checkedLine(recipient.firstName, { called: 'firstName', from: 0, to: 100 }),
      lastName: checkedLine(recipient.lastName, { called: 'lastName', from: 0, to: 100 }),
      email,
    })
  }
  return [...byAddress.values()]
}
