import type { Account } from '../../domain/account/account.ts'
import type { UploadLink } from '../../domain/upload-link/upload-link.ts'
import { dayInWords } from '../http/day-in-words.ts'
import { html } from '../http/html.ts'
import type { Page } from '../http/page.ts'
import { scriptPath } from './send-files-script.ts'

export type UploadPage = {
  link: UploadLink
  account: Pick<Account, 'name'>
  maxBytes: number
  /** What has just been sent; `null`: nothing yet. */
  taken: Taken | null
}

/** Names of the files that came, and why it did not go on after them. */
export type Taken = { received: string[]; problem: string | null; status: number }

/** Works without scripts; with ours, files go one by one and say how far they are. */
export function uploadPage({ link, account, maxBytes, taken }: UploadPage): Page {
  const { received = [], problem = null, status = 200 } = taken ?? {}
  const title = problem ? 'Not everything was sent' : received.length > 0 ? 'Thank you' : link.name
  return {
    title,
    status,
    style,
    script: scriptPath,
    body: html`<h1>${title}</h1>
${problem !== null && html`<p class="problem" id="problem" role="alert">${problem}</p>`}
${
  received.length > 0 &&
  html`<p>${received.length === 1 ? 'This file is' : `These ${received.length} files are`} now with ${account.name}:</p>
<ul class="sent">${received.map((name) => html`<li>${name}</li>`)}</ul>`
}
${taken === null && link.description !== '' && html`<p class="said">${link.description}</p>`}
<form method="post" action="/u/${link.id}" enctype="multipart/form-data" id="send-files">
<div class="field"><label for="file">${received.length > 0 ? 'Send more files' : `Files for ${account.name}`}</label>
<input id="file" name="file" type="file" multiple required aria-describedby="limit"${problem !== null && html` aria-invalid="true"`}>
<span class="hint" id="limit">As many as you like, up to ${gigabytes(maxBytes)} each.${
      link.expiresAt !== null && ` This page takes files until ${dayInWords(link.expiresAt)}.`
    }</span>
</div>
<button class="act wide" type="submit">Send</button>
</form>
<div id="progress" role="status"></div>`,
  }
}

const gigabytes = (bytes: number): string => {
  const inGigabytes = bytes / 1024 ** 3
  return inGigabytes >= 1 ? `${Math.floor(inGigabytes)} GB` : `${Math.max(1, Math.floor(bytes / 1024 ** 2))} MB`
}

const style = `
.said { white-space: pre-wrap; }
.sent li { overflow-wrap: anywhere; }
#progress { margin-top: 16px; font-size: 15px; }
#progress ul { list-style: none; padding: 0; }
#progress li { margin: 0 0 12px; overflow-wrap: anywhere; }
#progress progress { display: block; width: 100%; height: 10px; accent-color: var(--accent); }
#progress .failed { color: var(--bad); }
`
