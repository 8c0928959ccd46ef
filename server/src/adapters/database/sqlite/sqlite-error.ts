/** What SQLite refused, with its result code (https://sqlite.org/rescode.html). */
export class SqliteError extends Error {
  readonly errcode: number | null

  constructor(message: string, errcode: number | null) {
    super(message)
    this.errcode = errcode
  }
}

/** Another process has the write lock, or is just recovering the file. */
export const isBusy = (error: unknown): boolean => primaryCode(error) === 5

/** The disk is full or failing. */
export const isDiskTrouble = (error: unknown): boolean => [10, 13].includes(primaryCode(error))

// Extended codes carry the primary one in their low byte.
const primaryCode = (error: unknown): number => (error instanceof SqliteError ? (error.errcode ?? 0) & 0xff : 0)
