import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const hasWrk = (): boolean => existsSync('/usr/bin/wrk')

export type Load = { connections?: number; seconds?: number; headers?: Record<string, string> }

/** Requests a second, from a process of its own. Throws when any answer was not 2xx or 3xx. */
export function requestsPerSecond(url: string, load: Load = {}): number {
  const said = runWrk(url, load)
  return Number(found(said, /Requests\/sec:\s+([\d.]+)/)[1])
}

const units: Record<string, number> = { B: 1e-6, KB: 1.024e-3, MB: 1.048576, GB: 1073.741824 }

/** Megabytes a second, also of answers that take longer than was measured. */
export function megabytesPerSecond(url: string, load: Load = {}): number {
  const [, number, unit = ''] = found(runWrk(url, load), /Transfer\/sec:\s+([\d.]+)([KMG]?B)/)
  return Number(number) * (units[unit] ?? Number.NaN)
}

function runWrk(url: string, { connections = 8, seconds = 4, headers = {} }: Load): string {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, ...given, url]
  const { stdout } = spawnSync('wrk', args, { encoding: 'utf8' })
  if (/Non-2xx or 3xx/.test(stdout)) throw new Error(`${url} did not answer well: ${stdout}`)
  return stdout
}

function found(said: string, what: RegExp): RegExpExecArray {
  const match = what.exec(said)
  if (!match) throw new Error(`wrk said nothing that could be read: ${said}`)
  return match
}
