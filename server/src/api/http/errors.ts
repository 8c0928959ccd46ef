import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../domain/domain-error.ts'
import { statusOf, wireCode } from './error-codes.ts'

/** Every refusal outside OAuth: `{"code": <integer>, "message": "<plain sentence>"}` (contract §2). */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof DomainError) {
    const status = statusOf[error.refusal]
    if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds))
    if (status === 401) reply.header('www-authenticate', 'Bearer')
    return reply.code(status).send({ code: wireCode(error.code, status), message: error.message })
  }

  const known = fromFramework(error)
  if (known) return reply.code(known.status).send({ code: wireCode('', known.status), message: known.message })

  request.log.error({ err: error }, 'unexpected error')
  return reply.code(500).send({ code: wireCode('', 500), message: 'Something went wrong here. It has been logged.' })
}

export const sendNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.code(404).send({ code: wireCode('', 404), message: `There is nothing at ${request.method} ${pathOf(request)}` })

/** Refusals Fastify itself makes: bodies too large, of unknown kind, unreadable, or against their schema. */
function fromFramework(error: unknown): { status: number; message: string } | undefined {
  const { statusCode, validation, validationContext, message } = error as FastifyError
  if (validation?.[0]) {
    const { instancePath, message: what } = validation[0]
    const where = `${validationContext ?? 'request'}${instancePath.replaceAll('/', '.')}`
    return { status: 400, message: `${where} ${what ?? 'is not valid'}` }
  }
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? { status: statusCode, message } : undefined
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? ''
