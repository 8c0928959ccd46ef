import type { AccountId } from '../account/account.ts'
import type { Change } from '../change/change.ts'
import type { SnapshotHeader } from './search-snapshot.ts'
import type { SearchedLibrary } from './searched-library.ts'
import type { Standing } from './take-changes.ts'

/** What a snapshot says of itself, beside what the index keeps of its own form. */
type LibrarySnapshotHeader = {
  /** The form of what the follower and `documentOf` put into it. */
  form: number
  accountId: AccountId
  /** Of the words and orders in it: another Unicode may fold and sort otherwise. */
  unicode: string
  position: number
  /** The last changes up to `position`, by which a database is known: another one, or an older copy, has others there. */
  trail: string
}

/** One more with every change of `documentOf`. */
const form = 1
const trailLength = 20

export async function headerOf(
  { accountId, read }: SearchedLibrary,
  { position }: Standing,
): Promise<LibrarySnapshotHeader & SnapshotHeader> {
  const last = await read.changes.after(Math.max(0, position - trailLength), trailLength)
  const trail = last
    .filter(({ seq }) => seq <= position)
    .map(markOf)
    .join('\n')
  return { form, accountId, unicode: unicodeHere(), position, trail }
}

/** Why the snapshot is not this database's, in words; `null`: it is, and the log goes on from it. */
export async function whyForeign({ accountId, read }: SearchedLibrary, said: SnapshotHeader): Promise<string | null> {
  const header = said as Partial<LibrarySnapshotHeader>
  if (header.form !== form) return 'it was written by another version of the program'
  if (header.unicode !== unicodeHere()) return 'it was written with another version of Unicode'
  if (header.accountId !== accountId) return 'it belongs to another library'
  const { position = 0, trail = '' } = header
  if ((await read.changes.lastSeq()) < position) return 'it is ahead of the database'
  if ((await read.changes.firstSeq()) > position + 1) return 'the log no longer reaches back to it'

  const around = await read.changes.after(Math.max(0, position - trailLength), trailLength)
  const kept = around.filter(({ seq }) => seq <= position).map(markOf)
  // where nothing has happened for so long that the log is empty, what is in it has to show whose it is: see whyUnlike
  const known = new Set(trail.split('\n'))
  return kept.every((mark) => known.has(mark)) ? null : 'it is of another database'
}

const markOf = ({ seq, event, id, time }: Change): string => `${seq} ${event} ${id} ${time}`

const unicodeHere = (): string => `${process.versions.unicode} ${process.versions.icu}`
