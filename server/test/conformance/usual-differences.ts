import type { DocumentedCase } from './documented-method.ts'

/** The page's table of status codes says 403 for a bad token, its chapter on access tokens 401. */
export const unauthorized = (ask: string): DocumentedCase => ({
  says: 'without a token',
  as: 'nobody',
  ask,
  status: 403,
  differs: [{ at: 'status', ours: 401, because: 'named twice; 401 is what clients refresh on (§2)' }],
})

export const redirected = {
  at: 'status',
  ours: 302,
  because: 'the page says 200 and in the next line that it redirects; clients require exactly 302 (§6)',
} as const

/** For the many "404 for arbitrary content id". */
export const unknownContent = (ask: DocumentedCase['ask'], says = 'an arbitrary content id'): DocumentedCase => ({
  says,
  ask,
  status: 404,
})
