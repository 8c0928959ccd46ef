import type { Change, NewChange } from './change.ts'

export interface ChangeLog {
  /**
   * In the transaction of the change itself. Sequence numbers follow the order of commits (writers to the log wait
   * for each other), so a reader never skips one.
   */
  append(changes: readonly NewChange[]): Promise<void>
  /** Oldest first. */
  after(seq: number, limit: number): Promise<Change[]>
  /** 0 while nothing happened. */
  lastSeq(): Promise<number>
  /** The oldest kept `seq`, or `lastSeq` + 1 when none is kept. */
  firstSeq(): Promise<number>
  dropBefore(time: number): Promise<void>
}
