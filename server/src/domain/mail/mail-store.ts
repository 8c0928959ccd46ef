import type { Mail, MailId } from './mail.ts'

export interface MailStore {
  insert(mail: Mail): Promise<void>
  update(id: MailId, fields: Partial<Pick<Mail, 'text' | 'state' | 'reason' | 'finishedAt'>>): Promise<void>
  find(id: MailId): Promise<Mail | undefined>
  /** Newest first. */
  latest(limit: number): Promise<Mail[]>
  /** Deletes what was queued before `time`, sent or not. */
  dropBefore(time: number): Promise<void>
}
