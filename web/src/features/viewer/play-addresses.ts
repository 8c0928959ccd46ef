import type { ContentUrls, Viewing } from '@descant/contract'

/** What can be played: the lighter version once it is made, then the original, which many browsers can play. */
export function playAddresses({ play }: Pick<Viewing, 'play'>, url: ContentUrls): string[] {
  const made = play?.status === 'ready' ? play.address : null
  return [made ?? undefined, url.directUrlOriginal].filter((address) => address !== undefined)
}
