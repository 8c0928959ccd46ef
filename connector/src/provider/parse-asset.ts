import type { DamAsset } from './dam.ts'

/** An asset as lists and details give it. `null`: not one. `keywords: null`: this answer leaves them out. */
export type ParsedAsset = Omit<DamAsset, 'keywords'> & { keywords: string[] | null }

/**
 * Canto's answers differ between accounts and years, so this takes what is there: only an id, a scheme, a name and
 * a size are needed. Addresses are made absolute against `origin`.
 */
export function parseAsset(wire: unknown, origin: string): ParsedAsset | null {
  const hit = recordOf(wire)
  const [id, scheme, name] = [hit.id, hit.scheme, hit.name].map(textOf)
  const size = Number(textOf(hit.size) ?? Number.NaN)
  if (!id || !scheme || !name || !/^[a-z]+$/.test(scheme) || !Number.isSafeInteger(size) || size < 0) return null

  const url = recordOf(hit.url)
  const binary = `${origin}/api_binary/v1/${scheme}/${encodeURIComponent(id)}`
  return {
    id,
    scheme,
    name,
    size,
    md5: sumOf(hit.md5),
    lastUploaded: textOf(hit.lastUploaded) ?? textOf(hit.created) ?? '',
    keywords: textsOf(hit.keyword),
    tags: textsOf(hit.tag) ?? [],
    description: textOf(hit.description) ?? '',
    owner: textOf(hit.ownerName) || textOf(hit.owner) || '',
    width: pixelsOf(hit.width),
    height: pixelsOf(hit.height),
    pageUrl: addressOf(url.detail, origin),
    downloadUrl: addressOf(url.download, origin) ?? binary,
    previewUrl: addressOf(url.preview, origin),
  }
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}

const textsOf = (value: unknown): string[] | null =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : null

const sumOf = (value: unknown): string | null => {
  const text = textOf(value)?.toLowerCase()
  return text && /^[0-9a-f]{32}$/.test(text) ? text : null
}

const pixelsOf = (value: unknown): number | null => {
  const pixels = Number(textOf(value) ?? Number.NaN)
  return Number.isInteger(pixels) && pixels > 0 ? pixels : null
}

function addressOf(value: unknown, origin: string): string | null {
  const url = typeof value === 'string' ? URL.parse(value, origin) : null
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
