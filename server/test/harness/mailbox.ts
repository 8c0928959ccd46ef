import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail server of our own: what reaches it is what a person would read. */
export type Mailbox = {
  /** For `DESCANT_SMTP_URL`. */
  url: string
  letters: (Email & { recipients: string[] })[]
  /** Answers every recipient with this refusal from now on; `null`: takes letters again. */
  refuse(status: { code: number; sentence: string } | null): void
  close(): Promise<void>
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: Mailbox['letters'] = []
  let refusal: { code: number; sentence: string } | null = null
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (refusal === null) return done()
      done(Object.assign(new Error(refusal.sentence), { responseCode: refusal.code }))
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((email) => {
          letters.push({ ...email, recipients })
          done()
        }, done)
      })
    },
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse(status) {
      refusal = status
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
