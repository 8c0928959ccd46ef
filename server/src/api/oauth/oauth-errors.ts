import type { OAuthErrorBody } from '@descant/contract'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, type Refusal } from '../../domain/domain-error.ts'
import { statusOf } from '../http/error-codes.ts'

/** The `error` of the published page where it has one (contract §3), RFC 6749 §5.2 and its kin elsewhere. */
const words: Record<string, string> = {
  'authentication-expired': 'authentication_expired',
  'authentication-fail': 'authentication_fail',
}
const wordOf = {
  invalid: 'invalid_request',
  unauthenticated: 'authentication_fail',
  'not-allowed': 'access_denied',
  'not-found': 'not_found',
  gone: 'not_found',
  'too-large': 'invalid_request',
  unsupported: 'invalid_request',
  unprocessable: 'invalid_request',
  'too-many': 'slow_down',
  'documented-500': 'server_error',
  unavailable: 'temporarily_unavailable',
} as const satisfies Record<Refusal, string>

/** Every refusal under /oauth, unreadable bodies included: `{"error": …, "error_description": …}`. */
export function sendOAuthError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (error instanceof DomainError) {
    if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds))
    const word = words[error.code] ?? wordOf[error.refusal]
    return send(reply, statusOf[error.refusal], word, error.message)
  }
  const { statusCode, message } = error as FastifyError
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return send(reply, statusCode, 'invalid_request', message)
  }
  request.log.error({ err: error }, 'unexpected error')
  return send(reply, 500, 'server_error', 'Something went wrong here. It has been logged.')
}

export const sendOAuthNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  send(reply, 404, 'not_found', `There is nothing at ${request.method} on this address`)

const send = (reply: FastifyReply, status: number, error: string, description: string): FastifyReply =>
  reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ error, error_description: description } satisfies OAuthErrorBody)
