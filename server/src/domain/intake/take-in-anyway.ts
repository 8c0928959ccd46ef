import type { AssetId } from '../asset/asset.ts'
import { Invalid, NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { awaitsDropping } from './keep-failed.ts'

/** A person with the right to decide wants a file in the library although it is not sound. */
export async function takeInAnyway({ library, clock }: { library: Library; clock: Clock }, id: AssetId): Promise<void> {
  await library.transaction(async ({ uploads, jobs }) => {
    const upload = await uploads.find(id)
    if (!upload || awaitsDropping(upload, clock.now())) throw new NotFound(`failed upload ${id}`)
    if (upload.state !== 'Error') throw new Invalid(`${upload.fileName} has not failed: it is ${upload.state}`)
    await uploads.update(id, { state: 'Queue', message: null, takeInAnyway: true, finishedAt: null })
    await jobs.enqueue({ name: 'take-in-upload', payload: { uploadId: id } })
  })
}
