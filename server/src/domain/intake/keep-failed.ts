import type { Upload } from './upload.ts'

/** How long the bytes of a failed upload stay for an administrator to take them in all the same. */
export const keepFailedMs = 7 * 24 * 3_600_000

/** Around the end of that time servers whose clocks differ a little must not do opposite things. */
export const leeway = 5 * 60_000

/** Its bytes are about to be removed, or are being removed: nothing may begin to rely on them. */
export const awaitsDropping = ({ state, finishedAt }: Pick<Upload, 'state' | 'finishedAt'>, now: number): boolean =>
  state === 'Error' && finishedAt !== null && finishedAt + keepFailedMs - leeway <= now
