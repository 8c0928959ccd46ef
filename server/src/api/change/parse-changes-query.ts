import { Invalid } from '../../domain/domain-error.ts'

const longestWaitSeconds = 60

/** `since`: `null` for the oldest kept. `wait` above 60 counts as 60. */
export function parseChangesQuery(query: unknown): { since: number | null; waitSeconds: number } {
  const { since, wait } = query as Record<string, unknown>
  return {
    since: since === undefined ? null : wholeNumber('since', since, 'a cursor that an earlier answer gave'),
    waitSeconds: wait === undefined ? 0 : Math.min(wholeNumber('wait', wait, 'whole seconds'), longestWaitSeconds),
  }
}

function wholeNumber(name: string, given: unknown, right: string): number {
  if (typeof given !== 'string' || !/^\d{1,15}$/.test(given)) {
    throw new Invalid(`${name}: "${String(given)}" is not possible; give ${right}`)
  }
  return Number(given)
}
