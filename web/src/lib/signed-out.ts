import { isFailure } from './web-api.ts'

/** Nobody is signed in any more. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut'
  constructor() {
    super('You have been signed out. Sign in again to go on.')
  }
}

export const saysSignedOut = (error: unknown): boolean => error instanceof SignedOut || isFailure(error, 401)
