import { type Logger, pino } from 'pino'

/** JSON for machines, lines for a terminal; on standard error, so that standard output stays for answers. */
export function startLog(level: string): Logger {
  const isTerminal = process.stderr.isTTY === true
  const redact = ['req.headers.authorization', 'req.headers.cookie']
  if (!isTerminal) return pino({ level, redact }, pino.destination(2))
  return pino({
    level,
    redact,
    transport: { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } },
  })
}
