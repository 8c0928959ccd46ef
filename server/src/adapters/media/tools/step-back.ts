import { readFileSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/** Who waits for an answer of the server goes before who waits for a picture. What has ended already is left alone. */
export function stepBack(pid: number, niceness: number = constants.priority.PRIORITY_LOW): void {
  try {
    setPriority(pid, niceness)
  } catch {
    // it has ended already, or this machine has no such thing
  }
  const group = groupOf(pid)
  if (group === null || group === groupOf(process.pid)) return
  putBack({ pid, group, niceness: Math.min(niceness, furthestGroup) }, attempts)
}

/**
 * A third of our turns. Our decoders are in our group, behind us; a group that stepped back as far from ours as they do
 * would get next to nothing beside them, and tools have limits of time.
 */
const furthestGroup = 5

type Apart = { pid: number; group: string; niceness: number }

/** For ordinary users the kernel changes one group in a tenth of a second, of all there are on the machine. */
const againAfterMs = 150
const attempts = 20

/**
 * Linux may schedule sessions as groups: there the niceness of a process counts among those of its session only, and
 * that of the group against all others. https://man7.org/linux/man-pages/man7/sched.7.html, "The autogroup feature"
 */
function putBack({ pid, group, niceness }: Apart, attemptsLeft: number): void {
  try {
    writeFileSync(fileOf(pid), String(niceness), { flag: 'r+' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || attemptsLeft === 0) return
    const again = () => groupOf(pid) === group && putBack({ pid, group, niceness }, attemptsLeft - 1)
    setTimeout(again, againAfterMs).unref()
  }
}

/** `null`: it has ended, is in none, or this machine knows no such groups. */
function groupOf(pid: number): string | null {
  try {
    return /^\/autogroup-\d+/.exec(readFileSync(fileOf(pid), 'latin1'))?.[0] ?? null
  } catch {
    return null
  }
}

const fileOf = (pid: number): string => `/proc/${pid}/autogroup`
