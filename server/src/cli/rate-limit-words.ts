import { InvalidArgumentError } from 'commander'
import type { RateLimits } from '../domain/setting/rate-limits.ts'

export type RateLimitEdit = (now: RateLimits) => RateLimits

/** `on`, `off`, `x2` (times the usual numbers), `#3=2000` calls a minute, or `#3=usual`; several one after the other. */
export function readRateLimit(word: string, before: RateLimitEdit = (now) => now): RateLimitEdit {
  const edit = editIn(word)
  if (!edit) throw new InvalidArgumentError('It is on, off, x2, #3=2000 or #3=usual.')
  return (now) => edit(before(now))
}

function editIn(word: string): RateLimitEdit | undefined {
  if (word === 'on' || word === 'off') return (now) => ({ ...now, on: word === 'on' })
  const factor = /^x(\d{1,4}(\.\d{1,3})?)$/.exec(word)?.[1]
  if (factor !== undefined) return (now) => ({ ...now, factor: Number(factor) })

  const [, method, limit] = /^(#[a-z0-9-]+)=(\d{1,7}|usual)$/.exec(word) ?? []
  if (method === undefined || limit === undefined) return undefined
  return (now) => {
    const { [method]: _, ...others } = now.perMinute
    return { ...now, perMinute: limit === 'usual' ? others : { ...others, [method]: Number(limit) } }
  }
}

/** `on, x2, #3=2000` */
export const rateLimitsInWords = ({ on, factor, perMinute }: RateLimits): string =>
  [
    on ? 'on' : 'off',
    ...(factor === 1 ? [] : [`x${factor}`]),
    ...Object.entries(perMinute).map(([method, limit]) => `${method}=${limit}`),
  ].join(', ')
