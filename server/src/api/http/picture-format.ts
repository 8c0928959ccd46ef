import type { PreviewFormat } from '../../domain/rendition/open-previews.ts'

/** In the order we like them where a client likes them equally: AVIF is the smallest, but takes longest to draw. */
const offered = [
  { format: 'webp', type: 'image/webp' },
  { format: 'avif', type: 'image/avif' },
  { format: 'jpeg', type: 'image/jpeg' },
] as const satisfies { format: PreviewFormat; type: string }[]

/**
 * The format a preview has for this `Accept` (RFC 9110, 12.5.1). JPEG where nothing is said or only wildcards: every
 * program reads it. Also where nothing of ours is acceptable, as a picture is better than a refusal.
 */
export function pictureFormat(accept: string | undefined): PreviewFormat {
  const named = new Map<string, number>()
  for (const range of (accept ?? '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    named.set(type, weight === undefined ? 1 : Number(weight) || 0)
  }
  const weightOf = (type: string) => named.get(type) ?? 0
  const best = Math.max(...offered.map(({ type }) => weightOf(type)))
  if (best === 0) return 'jpeg'
  return offered.find(({ type }) => weightOf(type) === best)?.format ?? 'jpeg'
}
