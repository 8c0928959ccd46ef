import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../domain/domain-error.ts'
import type { ApiDeps } from './api-deps.ts'
import { statusOf } from './error-codes.ts'
import { html } from './html.ts'
import { type Page, sendPage } from './page.ts'

/** For addresses that people open: every refusal is a page. */
export const sendErrorPage =
  ({ ids }: Pick<ApiDeps, 'ids'>) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error instanceof DomainError && error.retryAfterSeconds !== undefined) {
      reply.header('retry-after', String(error.retryAfterSeconds))
    }
    const page = pageFor(error)
    if (page.status === 500) request.log.error({ err: error }, 'unexpected error')
    return sendPage(reply, ids, page)
  }

function pageFor(error: unknown): Page {
  if (!(error instanceof DomainError)) {
    const { statusCode = 500 } = error as { statusCode?: number }
    if (statusCode >= 500) return saying(500, 'That did not work', 'Something went wrong here. It has been logged.')
    return saying(statusCode, 'That did not work', 'Please go back and try again.')
  }
  const status = statusOf[error.refusal]
  if (status === 410) return saying(410, error.message, 'Please ask whoever sent you the link for a new one.')
  if (status === 404)
    return saying(404, 'There is nothing here', 'The link is not complete, or what it led to is gone.')
  if (status === 429) return saying(429, 'One moment, please', 'That was very often. Please try again in a minute.')
  return saying(status, 'That did not work', error.message)
}

const saying = (status: number, title: string, sentence: string): Page => ({
  status,
  title,
  body: html`<h1>${title}</h1><p>${sentence}</p>`,
})
