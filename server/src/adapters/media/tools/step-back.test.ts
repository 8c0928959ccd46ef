import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants, getPriority, setPriority } from 'node:os'
import { afterEach, expect, test } from 'vitest'
import { stepBack } from './step-back.ts'

const hasGroups = groupOf('self').startsWith('/autogroup-')
const { PRIORITY_LOW } = constants.priority
const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

function sleeping({ detached }: { detached: boolean }): number {
  const child = spawn('sleep', ['60'], { detached, stdio: 'ignore' })
  started.push(child)
  return child.pid as number
}

function groupOf(pid: number | 'self'): string {
  try {
    return readFileSync(`/proc/${pid}/autogroup`, 'latin1').trim()
  } catch {
    return ''
  }
}

test('a process that steps back goes behind others', () => {
  const pid = sleeping({ detached: false })

  stepBack(pid)

  expect(getPriority(pid)).toBe(PRIORITY_LOW)
})

test.skipIf(!hasGroups)(
  'sessions of their own step back too, not so far that they get nowhere (needs autogroups)',
  async () => {
    const pids = [1, 2, 3].map(() => sleeping({ detached: true }))
    expect(pids.map(groupOf)).toEqual(pids.map(() => expect.stringMatching(/ nice 0$/)))

    const [far, near] = pids
    for (const pid of pids) stepBack(pid, pid === near ? 3 : PRIORITY_LOW)

    // one after the other, where the kernel lets us change one at a time
    await expect
      .poll(() => pids.map((pid) => groupOf(pid).split(' ').at(-1)), { timeout: 10_000 })
      .toEqual(['5', '3', '5'])
    expect([far, near].map((pid) => getPriority(pid))).toEqual([PRIORITY_LOW, 3])
  },
)

test.skipIf(!hasGroups)('what runs in our session leaves our session where it is (needs autogroups)', () => {
  const before = groupOf('self')
  const pid = sleeping({ detached: false })

  stepBack(pid)

  expect(groupOf(pid)).toBe(before)
  expect(groupOf('self')).toBe(before)
})

test('what has ended already is left alone', async () => {
  const child = spawn('true', { detached: true, stdio: 'ignore' })
  await new Promise((resolve) => child.once('exit', resolve))
  expect(() => setPriority(child.pid as number, PRIORITY_LOW)).toThrow()

  expect(() => stepBack(child.pid as number)).not.toThrow()
})
