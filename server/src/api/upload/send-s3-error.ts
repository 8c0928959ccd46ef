import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../domain/domain-error.ts'
import { statusOf } from '../http/error-codes.ts'
import { FormRefused } from '../http/form/form-refused.ts'
import { xml } from './xml.ts'

/** Every refusal of the form's target, as S3 would word it. */
export function sendS3Error(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, code, message, retryAfterSeconds } = inS3Words(error)
  if (status === 500) request.log.error({ err: error }, 'unexpected error')
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds))
  const body = xml('Error', { Code: code, Message: message, RequestId: request.id })
  return reply.code(status).type('application/xml; charset=utf-8').send(body)
}

type Answer = { status: number; code: string; message: string; retryAfterSeconds?: number | undefined }

function inS3Words(error: unknown): Answer {
  if (error instanceof FormRefused) return error
  if (error instanceof DomainError) {
    const status = statusOf[error.refusal]
    return {
      status,
      code: codes[status] ?? 'InvalidRequest',
      message: error.message,
      retryAfterSeconds: error.retryAfterSeconds,
    }
  }
  const { statusCode, message } = error as { statusCode?: number; message: string }
  if (statusCode === 415) {
    return {
      status: 415,
      code: 'UnsupportedMediaType',
      message: 'The form must be of the enclosure type multipart/form-data',
    }
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { status: statusCode, code: 'InvalidRequest', message }
  }
  return { status: 500, code: 'InternalError', message: 'Something went wrong here. Please try again.' }
}

const codes: Record<number, string> = {
  403: 'AccessDenied',
  404: 'NoSuchBucket',
  429: 'SlowDown',
  503: 'ServiceUnavailable',
}
