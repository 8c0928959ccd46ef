import type { Answer } from '../harness/http-client.ts'

/** Where a browser was sent, as an answer like every other. */
export const sentTo = ({ href }: URL): Answer => ({
  status: 302,
  headers: new Headers({ location: href }),
  body: '',
  bytes: Buffer.alloc(0),
})
