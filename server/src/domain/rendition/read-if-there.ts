import { type ObjectKey, ObjectNotFound, type ObjectStore } from '../ports/object-store.ts'

/** Something small that was made and kept; `undefined`: it was not, or is not any more. */
export async function readIfThere(objects: ObjectStore, key: ObjectKey): Promise<Uint8Array | undefined> {
  try {
    return await objects.readWhole(key)
  } catch (error) {
    if (error instanceof ObjectNotFound) return undefined
    throw error
  }
}
