import { type Command, InvalidArgumentError } from 'commander'
import { changeRateLimits } from '../domain/setting/change-rate-limits.ts'
import { changeSettings } from '../domain/setting/change-settings.ts'
import type { LibrarySettings } from '../domain/setting/library-settings.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { type RateLimitEdit, rateLimitsInWords, readRateLimit } from './rate-limit-words.ts'

type Flagged = Exclude<keyof LibrarySettings, 'rateLimits'>

/** Each setting: its flag, what it means, and how its word is read. */
const flags: { [Name in Flagged]: [string, string, (word: string) => LibrarySettings[Name]] } = {
  approvalProcess: ['--approval <on|off>', 'new uploads wait as Pending until somebody approves them', onOrOff],
  drm: ['--drm <on|off>', 'terms are shown and must be accepted before a download', onOrOff],
  metadataInDownloads: [
    '--metadata-in-downloads <on|off>',
    'downloads carry the description, author, copyright and keywords as the library has them',
    onOrOff,
  ],
  newKeywordsFromFiles: [
    '--new-keywords-from-files <on|off>',
    'keywords in uploaded files extend the vocabulary; else unknown ones become tags',
    onOrOff,
  ],
  editorSeats: ['--seats-editors <n>', 'how many administrators and contributors; "any" for no limit', seats],
  consumerSeats: ['--seats-consumers <n>', 'how many consumers; "any" for no limit', seats],
}
const names = Object.keys(flags) as Flagged[]

export function accountSet(): Command {
  const set = command('set', 'decide about a library; prints all its settings')
  for (const name of names) {
    const [flag, meaning, read] = flags[name]
    // wrapped, because commander takes null for nothing given
    set.option(flag, meaning, (word: string) => ({ value: read(word) }))
  }
  set.option(
    '--rate-limit <what>',
    'on, off, x2 (times the usual), #3=2000 (a minute) or #3=usual; repeatable',
    readRateLimit,
  )

  return set.action((options: CommonOptions & Record<string, unknown>) =>
    withAccount(options, async ({ adapters, library, output }) => {
      const given = names.flatMap((name) => {
        const chosen = options[optionOf(name)] as { value: unknown } | undefined
        return chosen ? [[name, chosen.value]] : []
      })
      const { rateLimit } = options as { rateLimit?: RateLimitEdit }
      if (rateLimit) await changeRateLimits({ ...adapters, library }, rateLimit)
      const settings = await changeSettings({ ...adapters, library }, Object.fromEntries(given))
      const lines = [
        ...names.map((name) => [optionOf(name), wordOf(settings[name])] as const),
        ['rateLimit', rateLimitsInWords(settings.rateLimits)] as const,
      ]
      output.result(settings, lines.map(([name, word]) => `${name.padEnd(25)}${word}`).join('\n'))
    }),
  )
}

/** `--seats-editors <n>` arrives as `seatsEditors`. */
const optionOf = (name: Flagged): string =>
  (flags[name][0].split(' ')[0] ?? '').slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const wordOf = (value: LibrarySettings[Flagged]): string =>
  typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value ?? 'any')

function onOrOff(word: string): boolean {
  if (word !== 'on' && word !== 'off') throw new InvalidArgumentError('It is on or off.')
  return word === 'on'
}

function seats(word: string): number | null {
  if (word === 'any') return null
  if (!/^\d{1,9}$/.test(word)) throw new InvalidArgumentError('It is a whole number, or any.')
  return Number(word)
}
