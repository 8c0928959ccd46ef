import { createHash, randomBytes } from 'node:crypto'

/** Unguessable, and fit for cookies and addresses. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: enough to know it again, not enough to use it. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
