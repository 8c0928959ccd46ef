import { createTransport } from 'nodemailer'
import { type Mailer, MailRefused } from '../../domain/ports/mailer.ts'

const seconds = 1000

/** Speaks SMTP with one server. `url`: `smtp://user:password@host:port`, or `smtps://`; `from` as in a mail's head. */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport(
    {
      url,
      connectionTimeout: 20 * seconds,
      greetingTimeout: 20 * seconds,
      socketTimeout: 60 * seconds,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  const [, domain = 'localhost'] = /@([^\s<>@]+)/.exec(from) ?? []

  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          // as an object: what stands in an address is never read as a list of them
          to: { name: '', address: to },
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw isFinal(error) ? new MailRefused((error as Error).message, { cause: error }) : error
      }
    },
  }
}

/** 5xx says never (RFC 5321 §4.2.1); but a wrong password or a missing encryption is put right in the settings. */
function isFinal(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  return responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH' && code !== 'ETLS'
}
