import { Invalid } from '../domain-error.ts'

/** How often an account's apps and people may call each method, where that is not as the published page says. */
export type RateLimits = {
  /** `false`: none at all. */
  on: boolean
  /** Of the usual numbers: 2 is twice as often. */
  factor: number
  /** Calls a minute, by method: `#3` … or a word of ours, as the settings list them. The factor does not count here. */
  perMinute: Readonly<Record<string, number>>
}

export const usualRateLimits: RateLimits = { on: true, factor: 1, perMinute: {} }

const smallestFactor = 0.01
const largestFactor = 1000
const mostPerMinute = 1_000_000

/** Calls a minute; `null`: any number. */
export function limitOf({ on, factor, perMinute }: RateLimits, method: string, usual: number): number | null {
  if (!on) return null
  return perMinute[method] ?? Math.max(1, Math.round(usual * factor))
}

export function checkRateLimits({ factor, perMinute }: RateLimits): void {
  if (!(factor >= smallestFactor && factor <= largestFactor)) {
    throw new Invalid(`factor: ${factor} is not possible; it is from ${smallestFactor} to ${largestFactor}`)
  }
  for (const [method, limit] of Object.entries(perMinute)) {
    if (!isMethod(method)) throw new Invalid(`perMinute: "${method}" is no method; methods are #1 to #44, or as listed`)
    if (!Number.isInteger(limit) || limit < 1 || limit > mostPerMinute) {
      throw new Invalid(`perMinute: ${method} can't be ${limit}; it is from 1 to ${mostPerMinute}`)
    }
  }
}

const isMethod = (text: string): boolean => /^#([1-9]|[1-3]\d|4[0-4]|43a|[a-z]+(-[a-z]+)*)$/.test(text)
