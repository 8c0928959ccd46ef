import type { ObjectKey, ObjectStore } from '../ports/object-store.ts'
import { coalesced } from './coalesced.ts'
import type { DrawingAttempts } from './drawing-attempts.ts'
import type { DrawnFile } from './drawn-file.ts'
import { readIfThere } from './read-if-there.ts'

export type Glance<T> = { status: 'ready'; value: T | null } | { status: 'coming' }

/**
 * Something that is made of a file once, and remembered; `null`: it can't be made of this file. What can't be made
 * because this machine lacks a tool is `null` too and not remembered: it is made once the tool is there.
 */
export type KeptJson<T> = {
  /** Made when it is not there. */
  get(objects: ObjectStore, file: DrawnFile): Promise<T | null>
  /** As far as it is there; begun otherwise, without waiting for it. What failed is `null` once, then begun again. */
  glance(objects: ObjectStore, file: DrawnFile): Promise<Glance<T>>
}

export function keptJson<T>(
  { attempt, hasTools }: { attempt: DrawingAttempts; hasTools: (file: DrawnFile) => Promise<boolean> },
  keyOf: (file: DrawnFile) => ObjectKey,
  make: (objects: ObjectStore, file: DrawnFile) => Promise<T | null>,
): KeptJson<T> {
  const once = coalesced<T | null>()
  const failed = new Set<string>()

  async function read(objects: ObjectStore, key: ObjectKey): Promise<{ value: T | null } | undefined> {
    const found = await readIfThere(objects, key)
    return found && { value: JSON.parse(Buffer.from(found).toString()) as T | null }
  }

  const makeAndKeep = (objects: ObjectStore, file: DrawnFile, key: ObjectKey) =>
    once(objects, key, async () => {
      const value = await attempt(key, () => make(objects, file))
      await objects.write(key, Buffer.from(JSON.stringify(value)))
      return value
    })

  return {
    async get(objects, file) {
      const key = keyOf(file)
      const there = await read(objects, key)
      if (there) return there.value
      return (await hasTools(file)) ? await makeAndKeep(objects, file, key) : null
    },
    async glance(objects, file) {
      const key = keyOf(file)
      const there = await read(objects, key)
      if (there) return { status: 'ready', value: there.value }
      if (!(await hasTools(file))) return { status: 'ready', value: null }
      // who waits hears that it failed, and the next one tries again
      if (failed.delete(key)) return { status: 'ready', value: null }
      makeAndKeep(objects, file, key).catch(() => failed.add(key))
      return { status: 'coming' }
    },
  }
}
