import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { SettingsRefused } from '../dam-settings/refused.ts'
import type { ProblemWire } from './problem-wire.ts'
import { Refusal } from './refusal.ts'

/** Refusals say what they are; anything else thrown is ours to mend and tells nobody more than that. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof SettingsRefused) return reply.code(422).send(problem(error.problem, error.message))
  if (error instanceof Refusal) {
    return reply.code(error.statusCode).headers(error.headers).send(problem(error.problem, error.message))
  }
  const { statusCode = 500 } = error as FastifyError
  if (statusCode < 500) return reply.code(statusCode).send(problem('bad-request', error.message))
  request.log.error({ err: error }, 'A request failed')
  return reply.code(500).send(problem('internal', 'Something went wrong in the connector; its log says more.'))
}

const problem = (word: string, message: string): ProblemWire => ({ problem: word, message })
