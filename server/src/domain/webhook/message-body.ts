import type { WebhookMessage } from './delivery.ts'

/** What a receiver gets: flat JSON, times as the API writes them. */
export const messageBody = (message: WebhookMessage, secret: string): string =>
  JSON.stringify({
    secure_token: secret,
    scheme: message.scheme,
    id: message.subjectId,
    album: message.album,
    displayname: message.displayName,
    event: message.event,
    time: new Date(message.happenedAt).toISOString().replace(/\D/g, ''),
  })
