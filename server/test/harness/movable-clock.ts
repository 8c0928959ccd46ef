import type { Clock } from '../../src/domain/ports/clock.ts'

export type Span = { days?: number; hours?: number; minutes?: number; seconds?: number }
export type MovableClock = Clock & { advance(by: Span): void }

/** Real time that a test may push forward. */
export function movableClock(): MovableClock {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      ahead += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
    },
  }
}
