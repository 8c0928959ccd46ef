import type { Brand } from '../brand.ts'

export type MailId = Brand<string, 'MailId'>

/** `kept`: there is no mail server, so an administrator passes it on. */
export type MailState = 'queued' | 'kept' | 'sent' | 'failed'

/** A letter to one person, and what became of it. */
export type Mail = {
  id: MailId
  to: string
  subject: string
  /** May open something, like a link of an invitation: emptied once it is sent. */
  text: string
  state: MailState
  /** Why it has not been sent, for administrators; `null` where there is nothing to say. */
  reason: string | null
  queuedAt: number
  /** When it was sent, or given up. */
  finishedAt: number | null
}
