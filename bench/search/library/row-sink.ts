import type { Row } from './rows-of.ts'

/** Takes rows as fast as a database does. Nothing is checked: foreign keys may be written before what they name. */
export interface RowSink {
  put(row: Row): void
  /** Between rows, now and then: what came so far goes on its way. */
  pause(): Promise<void>
  /** How far the change log came; the changes themselves were dropped long ago. */
  standAt(change: number): Promise<void>
  /** Makes the indexes again and whole, and closes. */
  finish(): Promise<void>
}
