import type { Sweep } from './sweep.ts'

/**
 * Records of slots, one after the other in one array: the first word of each says whose it is, and is less than zero.
 * What a sweep has moved up leaves a gap, whose first word says how long it is.
 */
export const headOf = (slot: number): number => ~slot

export const slotOf = (head: number): number => ~head

const gap = -(2 ** 31)
const longestGap = 2 ** 30

/** What a word that is a head says of a gap: its length with the head; 0: it is no gap. */
export const gapOf = (head: number): number => (head < -longestGap ? head - gap : 0)

/** After the last record, so that it has an end. */
export const end = gap

export type SlotRecords = {
  /** The array of now: it may be another one after a pause. */
  words(): Int32Array
  used(): number
  /** Where the record at a place ends. */
  endOf(place: number): number
  moved(slot: number, to: number): void
  /** The record of a dead slot is gone. */
  dropped?(slot: number): void
  cut(used: number): void
}

/** Drops the records of dead slots, by moving those behind them up; new ones may come at the end meanwhile. */
export function* sweepRecords(records: SlotRecords, sweep: Sweep): Generator<void> {
  let [from, to] = [0, 0]
  while (from < records.used()) {
    const words = records.words()
    const head = words[from] as number
    const skipped = gapOf(head)
    const next = skipped > 0 ? from + skipped : records.endOf(from)
    if (skipped === 0) {
      if (sweep.isDead(slotOf(head))) records.dropped?.(slotOf(head))
      else {
        if (to < from) {
          words.copyWithin(to, from, next)
          records.moved(slotOf(head), to)
        }
        to += next - from
      }
    }
    const places = next - from
    from = next
    if (sweep.isEnough(places)) {
      if (to < from) writeGap(words, to, from)
      yield
    }
  }
  records.cut(to)
}

function writeGap(words: Int32Array, from: number, to: number): void {
  for (let at = from; at < to; at += longestGap - 1) words[at] = gap + Math.min(to - at, longestGap - 1)
}
