import { CantoFailure } from '@descant/client'

/** `undefined` where the source does not know the method, or this token may not ask it; other failures are failures. */
export async function ifAnswered<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking
  } catch (error) {
    if (error instanceof CantoFailure && [403, 404, 405].includes(error.status)) return undefined
    throw error
  }
}
