import type { ApiDeps } from '../http/api-deps.ts'

/**
 * Proves that a form was sent by the browser it was shown to, for the authorize call it was about: an HMAC over the
 * browser's own cookie, which no other page can read or choose.
 */
export type FormToken = { form: 'sign-in' | 'consent'; cookie: string; query: string }

export const makeFormToken = ({ secrets }: Pick<ApiDeps, 'secrets'>, { form, cookie, query }: FormToken): string =>
  secrets.sign('form', `${form}\n${cookie}\n${query}`)

export const isFormToken = (
  { secrets }: Pick<ApiDeps, 'secrets'>,
  given: string | undefined,
  about: FormToken,
): boolean => given !== undefined && secrets.equal(given, makeFormToken({ secrets }, about))
