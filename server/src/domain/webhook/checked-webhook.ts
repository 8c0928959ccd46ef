import { Invalid } from '../domain-error.ts'
import { isWebhookEvent, type WebhookEvent, webhookEvents } from './webhook.ts'

/** Where messages go: http(s). Where the name leads is judged at each connection, for names change their minds. */
export function checkedWebhookUrl(asGiven: string): string {
  const text = asGiven.trim()
  const refuse = (why: string): never => {
    throw new Invalid(`url: The address of a webhook ${why}`, 'bad-webhook-url')
  }
  const url = URL.parse(text)
  if (text.length > 2000) refuse('may have at most 2000 characters')
  if (!url || !/^https?:\/\/[^/]/i.test(text)) return refuse('should be absolute, like https://app.example/hooks')
  if (url.username || url.password) refuse('may not contain a user name or password')
  if (url.hash) refuse('may not have a fragment')
  return url.href
}

/** Each once, in the usual order. */
export function checkedEvents(names: readonly string[]): WebhookEvent[] {
  const unknown = names.find((name) => !isWebhookEvent(name))
  if (unknown !== undefined) {
    throw new Invalid(`events: "${unknown}" is not an event; there are ${webhookEvents.join(', ')}`)
  }
  if (names.length === 0) throw new Invalid('events: a webhook needs at least one event')
  return webhookEvents.filter((event) => names.includes(event))
}

/** The receiver's secret: what a header and a JSON string hold without a second thought. */
export function checkedSecret(secret: string): string {
  if (/^[\x21-\x7e]{16,200}$/.test(secret)) return secret
  throw new Invalid('secureToken: a token has 16 to 200 letters, digits and signs, without spaces')
}
