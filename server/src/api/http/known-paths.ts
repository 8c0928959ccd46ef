import type { App } from './app.ts'
import type { IsKnownPath } from './rewrite-path.ts'

/** Where clients encode the `?` of a query. Not among them: addresses that end in a file's name. */
const ours = /^\/(api|api_binary|oauth)\//
/** Their last segment is text of people, in which a question mark is one. */
const endsInText = /\/(tag|keyword)\/:\w+$|^\/api\/v1\/(folder|album)\//

/** Collects the paths of all routes registered from now on. */
export function knownPaths(app: App): IsKnownPath {
  const patterns: RegExp[] = []
  app.addHook('onRoute', ({ url }) => {
    if (!ours.test(url) || url.includes('*') || endsInText.test(url)) return
    const pattern = url
      .split('/')
      .map((segment) => (segment.startsWith(':') ? '[^/]+' : segment.replace(/[.()[\]{}+^$|\\]/g, '\\$&')))
    patterns.push(new RegExp(`^${pattern.join('/')}$`))
  })
  return (path) => patterns.some((pattern) => pattern.test(path))
}
