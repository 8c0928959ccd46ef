import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const hasWrk = (): boolean => existsSync('/usr/bin/wrk')

export type Load = { connections?: number; seconds?: number; headers?: Record<string, string> }

/** Requests a second, from a process of its own. Throws when any answer was not 2xx or 3xx. */
export function requestsPerSecond(url: string, { connections = 8, seconds = 4, headers = {} }: Load = {}): number {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, ...given, url]
  const { stdout } = spawnSync('wrk', args, { encoding: 'utf8' })
  if (/Non-2xx or 3xx/.test(stdout)) throw new Error(`${url} did not answer well: ${stdout}`)
  const found = /Requests\/sec:\s+([\d.]+)/.exec(stdout)
  if (!found) throw new Error(`wrk said nothing that could be read: ${stdout}`)
  return Number(found[1])
}
