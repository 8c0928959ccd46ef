import type { Job } from '../ports/job-queue.ts'
import { type EmptyTrashDeps, emptyTrash } from './empty-trash.ts'

/** Right after somebody decided that something may not come back; the hourly round would find it as well. */
export const eraseTrash: Job<'erase-trash', EmptyTrashDeps> = {
  name: 'erase-trash',
  attempts: 5,

  async run(deps) {
    await emptyTrash(deps)
  },
}
