/** One letter, in plain text. */
export type Letter = {
  /** Stays the same when it is sent again, so that mail programs can tell that it is the same. */
  id: string
  to: string
  subject: string
  text: string
}

/** The mail server said no for good: asking again is of no use. `message` is what it said. */
export class MailRefused extends Error {}

export interface Mailer {
  /**
   * Resolves when the mail server has taken it over. Rejects with `MailRefused`, or with anything else where another
   * try may go better.
   */
  send(letter: Letter): Promise<void>
}
