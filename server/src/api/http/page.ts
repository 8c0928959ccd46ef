import type { FastifyReply } from 'fastify'
import { type Html, html } from './html.ts'
import { pageStyle } from './page-style.ts'

export type Page = {
  title: string
  body: Html
  status?: number
  /** Goes on to this address of ours by itself. */
  goesOnTo?: string
  /** Where its pictures may come from besides ourselves. */
  pictures?: string | null
  /** Where its forms may lead, across redirects: CSP sources besides ourselves. */
  formTargets?: string
  /** For more than a form: pictures side by side. */
  wide?: boolean
  /** On top of every page's style. */
  style?: string
  /** Path of a script of ours that makes a working page more pleasant. */
  script?: string
}

/** A page that needs no scripts: real forms, our style alone, in nobody's frame, in nobody's cache. */
export function sendPage(reply: FastifyReply, { newHex }: { newHex(bytes: number): string }, page: Page): FastifyReply {
  const nonce = newHex(16)
  const { status = 200, pictures, formTargets = '', script } = page
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        `style-src 'nonce-${nonce}'`,
        `img-src 'self' data:${pictures ? ` ${pictures}` : ''}`,
        ...(script === undefined ? [] : ["script-src 'self'", "connect-src 'self'"]),
        `form-action 'self'${formTargets && ` ${formTargets}`}`,
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    })
    .send(document(page, nonce).markup)
}

const document = (
  { title, body, goesOnTo, wide = false, style = '', script }: Page,
  nonce: string,
): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${goesOnTo !== undefined && html`<meta http-equiv="refresh" content="0; url=${goesOnTo}">`}
<title>${title} · Descant</title>
<style nonce="${nonce}">${{ markup: pageStyle + style }}</style>
${script !== undefined && html`<script src="${script}" defer></script>`}
</head>
<body>
<main class="card${wide && ' wide-card'}">
<p class="brand">${mark}<span>Descant</span></p>
${body}
</main>
</body>
</html>
`

/** A melody, and the one sung above it. Beside the name, so it says nothing by itself. */
const mark = html`<svg width="34" height="34" viewBox="0 0 32 32" fill="none" aria-hidden="true"><rect width="32" height="32" rx="9" class="mark-ground"/><path d="M6 21c4 0 5-4 10-4s6 4 10 4" class="mark-line" opacity="0.6"/><path d="M6 15c4 0 5-6 10-6s6 6 10 6" class="mark-line"/></svg>`
