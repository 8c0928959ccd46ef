import type { Clock } from '../ports/clock.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { ListedUpload } from './upload.ts'

const most = 10_000

/** The uploads of the last hours, newest first; `by` an e-mail address, `null`: everyone's. */
export const listUploads = (
  { uploads, clock }: Pick<LibraryStores, 'uploads'> & { clock: Clock },
  { by, hours }: { by: string | null; hours: number },
): Promise<ListedUpload[]> => uploads.since(clock.now() - hours * 3_600_000, by, most)
