import pg from 'pg'
import { Unavailable } from '../../../domain/domain-error.ts'

/** PostgreSQL has undone the transaction to let another one through: the same again may well succeed. */
export const mayBeTriedAgain = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01')

/**
 * The server is away, full, starting, stopping or too slow: `Unavailable`. What it says about a statement stays as it
 * is. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function translateError(error: unknown): unknown {
  return isLost(error) ? new Unavailable('The database can not be reached', { cause: error }) : error
}

function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof pg.DatabaseError) return serverTrouble.test(error.code ?? '')
  if (error instanceof AggregateError) return error.errors.some(isLost)
  return networkTrouble.has((error as NodeJS.ErrnoException).code ?? '') || driverTrouble.test(error.message)
}

// Connections, resources, locks and timeouts, shutdown and start, a session ended for idling in its transaction.
const serverTrouble = /^(08|53|57P|58)|^(55P03|57014|25P03)$/

const networkTrouble = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOENT', 'EADDRNOTAVAIL'],
])

// The driver's own errors carry no code.
const driverTrouble =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Client was closed/i
