import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'
import { serializeRequest } from '../api/http/request-log.ts'
import type { Config } from './config.ts'

/** A line about a request says nothing that would let a reader make it again. */
const serializers = { req: serializeRequest }

/** To standard error: JSON for machines, lines for people on a terminal. */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>): FastifyBaseLogger {
  if (!process.stderr.isTTY) return pino({ level: logLevel, serializers }, process.stderr)
  return pino({
    level: logLevel,
    serializers,
    transport: { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } },
  })
}
