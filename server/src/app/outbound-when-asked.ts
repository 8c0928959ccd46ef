import type { OutboundHttp } from '../domain/ports/outbound-http.ts'

/** Loads the HTTP client with the first request: most installations have no webhook and never make one. */
export function outboundWhenAsked(options: { allowPrivateNetwork: boolean }): OutboundHttp {
  let opened: Promise<OutboundHttp> | undefined
  const open = () => {
    opened ??= import('../adapters/http/outbound-http.ts').then(({ outboundHttp }) => outboundHttp(options))
    return opened
  }
  return {
    post: async (asked, stopped) => await (await open()).post(asked, stopped),
    close: async () => await (await opened)?.close(),
  }
}
