export type PostedMessage = { url: string; headers: Record<string, string>; body: string }

/** `text`: the beginning of the answer's body. */
export type PostAnswer = { status: number; text: string }

/** No answer came, or the address may not be asked; `message` says which, for a person. */
export class NoAnswer extends Error {}

/** Requests to addresses that people named. */
export interface OutboundHttp {
  /**
   * Answers whatever the other side says; redirects are not followed. Rejects with `NoAnswer`: the address leads where
   * nothing of ours may go (judged when connecting), nobody is there, or it takes more than some seconds.
   */
  post(message: PostedMessage, signal: AbortSignal): Promise<PostAnswer>
  close(): Promise<void>
}
