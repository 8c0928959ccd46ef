/** Whether a decoded path is one the API has, to its end. */
export type IsKnownPath = (path: string) => boolean

/**
 * The address as it was meant (contract §1): clients leave out an optional parent and keep its slash, and encode the
 * `?` that begins the query. Anything else stays as it is.
 */
export const rewritePath = (url: string, isKnown: IsKnownPath): string =>
  withQueryApart(withoutEmptyParent(url), isKnown)

/** `/api/v1/folder//Name` is the root's, and `/api/v1/tree/` the whole tree. */
const withoutEmptyParent = (url: string): string =>
  url
    .replace(/^(\/api(?:\/p\/[^/?]+)?\/v1\/(?:folder|album))\/\/(?=[^/?])/, '$1/')
    .replace(/^(\/api(?:\/p\/[^/?]+)?\/v1\/tree)\/+(?=$|\?|%3f)/i, '$1')

/** `/api/v1/tree%3Flayer=-1` is `/api/v1/tree?layer=-1`; behind a tag or a name `%3F` is a question mark. */
function withQueryApart(url: string, isKnown: IsKnownPath): string {
  if (!url.includes('%3')) return url // nearly all
  const [path = '', ...rest] = url.split('?')
  const query = rest.join('?')
  for (const { index } of path.matchAll(/%3f/gi)) {
    const parameters = readableQuery(path.slice(index + 3))
    const before = decoded(path.slice(0, index))
    if (parameters === undefined || before === undefined || !isKnown(before)) continue
    return `${path.slice(0, index)}?${parameters}${query && `&${query}`}`
  }
  return url
}

/** What looks like `name=value`, whether `=` and `&` were encoded along with `?` or not. */
function readableQuery(text: string): string | undefined {
  const looksRight = /^[A-Za-z_][\w.-]*=/
  if (looksRight.test(text)) return text
  const plain = text.replace(/%3d/gi, '=').replace(/%26/g, '&')
  return looksRight.test(plain) ? plain : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
