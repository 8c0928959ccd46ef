import type { AddressKind } from '../rendition/signed-address.ts'
import type { Share } from './share.ts'

/** Longest side of what is only to be looked at. */
export const largestSharedPreview = 1200

/** Whether a share gives this kind of bytes. Without the original, nothing of its own size and quality either. */
export function mayFetch(
  { allowsOriginal, allowsPresets }: Pick<Share, 'allowsOriginal' | 'allowsPresets'>,
  kind: AddressKind,
): boolean {
  if (kind === 'preview' || kind === 'LowJPG') return true
  if (kind.startsWith('edit')) return allowsPresets && (allowsOriginal || kind.endsWith('.jpg'))
  return allowsOriginal && (kind === 'original' || kind === 'described')
}
