import type { ShareEntry } from '@descant/contract'
import { wordsOfDay } from '../../lib/calendar-day.ts'

/** "Originals, presets", or that one can only look. */
export function whatItAllows({ allowDownloadOriginal, allowCropAndResize, allowPresets }: ShareEntry): string {
  const allowed = [
    ...(allowDownloadOriginal ? ['originals'] : []),
    ...(allowCropAndResize ? ['cropping'] : []),
    ...(allowPresets ? ['presets'] : []),
  ]
  const text = allowed.length === 0 ? 'converted copies' : allowed.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function untilWhen({ state, expires }: Pick<ShareEntry, 'state' | 'expires'>): string {
  if (state === 'revoked') return 'Revoked'
  if (expires === null) return 'No end'
  return state === 'expired' ? `Ended ${wordsOfDay(expires)}` : `Until ${wordsOfDay(expires)}`
}
