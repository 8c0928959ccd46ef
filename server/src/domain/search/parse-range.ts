import { Invalid } from '../domain-error.ts'
import type { Range } from './search-query.ts'

const shape = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/

/** `a..b`, `a..`, `..b`, both ends included. */
export function parseRange(name: string, written: string): Range {
  const [, lower, upper] = shape.exec(written.trim()) ?? []
  if (lower === undefined && upper === undefined) {
    throw new Invalid(`${name}: "${written}" is no range; write two numbers as 5..10, or 5.., or ..10`, 'range-error')
  }
  const range = { from: numberOf(lower), to: numberOf(upper) }
  if (range.from !== null && range.to !== null && range.from > range.to) {
    throw new Invalid(`${name}: the range ${written} is reversed; the lower number comes first`, 'range-error')
  }
  return range
}

const numberOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits))
