import type { State } from './open-state.ts'

/** The validators of downloads under way, so that one cut off can be taken up where it stopped. */
export type DownloadStore = {
  etagOf(part: string): string | null
  begin(part: string, etag: string): void
  end(part: string): void
}

export function downloadStore({ db }: State): DownloadStore {
  const find = db.prepare('SELECT etag FROM download WHERE part = ?')
  const begin = db.prepare('INSERT OR REPLACE INTO download VALUES (?, ?)')
  const end = db.prepare('DELETE FROM download WHERE part = ?')
  return {
    etagOf: (part) => (find.get(part)?.etag as string | undefined) ?? null,
    begin: (part, etag) => void begin.run(part, etag),
    end: (part) => void end.run(part),
  }
}
