import type { Refusal } from '../../domain/domain-error.ts'

/** One status for each kind of refusal; a new kind without one does not compile. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  'not-allowed': 403,
  'not-found': 404,
  gone: 410,
  'too-large': 413,
  unsupported: 415,
  unprocessable: 422,
  'too-many': 429,
  'documented-500': 500,
  unavailable: 503,
} as const satisfies Record<Refusal, number>

/**
 * The integers of error bodies: the published ones (2152, 3201, 3203), and ours, which start with the status they
 * come with. docs/api.md lists them.
 */
export const codes: Record<string, number> = {
  'user-exists': 2152,
  'no-editor-seats': 3201,
  'no-consumer-seats': 3203,
  'name-in-use': 40001,
  'bad-name': 40002,
  'range-error': 40003,
  'mixed-operators': 40004,
  'terms-not-accepted': 40301,
}

/** The integer for a refusal: its own, or the general one of its status. */
export const wireCode = (code: string, status: number): number => codes[code] ?? status * 100
