import type { Change, NewChange } from './change.ts'

/**
 * `expiry`: expiries up to this time are in the log. `webhooks`: changes up to this one are told or on their way.
 * `incoming`: until then files may come in past the server.
 */
export type RegularWork = 'expiry' | 'webhooks' | 'incoming'

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
  /** How far regular work on this library has come; 0 before its first run. */
  position(work: RegularWork): Promise<number>
  setPosition(work: RegularWork, value: number): Promise<void>
}
