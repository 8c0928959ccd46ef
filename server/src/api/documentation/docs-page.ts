import { type Html, html } from '../http/html.ts'
import { asCurl } from './example-request.ts'
import { operationId } from './openapi-document.ts'
import type { Answer, Operation, Parameter } from './operation.ts'

/** The reference of the API: every endpoint with what it takes, what it answers, and how it is asked. */
export function docsPage(operations: readonly Operation[]): Html {
  const chapters = Map.groupBy(operations, ({ chapter }) => chapter)
  return html`<h1>The API</h1>
<p>Descant speaks the Canto API v1: a client written for Canto changes a host name. The same as
<a href="/openapi.json">OpenAPI 3.1</a>. Numbers are those of the published table of contents.</p>
<p>Examples read the library’s address from <code>$dam</code> and an access token from <code>$token</code>. Every address
under <code>/api/v1</code> and <code>/api_binary/v1</code> is also there within a portal, as
<code>/api/p/{portal}/v1</code>.</p>
<nav aria-label="Endpoints">
${[...chapters].map(([chapter, some]) => tableOfContents(chapter, some))}
</nav>
${[...chapters].map(([chapter, some]) => html`<section aria-labelledby="${idOf(chapter)}"><h2 id="${idOf(chapter)}">${chapter}</h2>${some.map(article)}</section>`)}`
}

const idOf = (chapter: string): string => `chapter-${chapter.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

const tableOfContents = (chapter: string, operations: readonly Operation[]): Html => html`
<details><summary>${chapter}</summary><ul>
${operations.map((operation) => html`<li><a href="#${operationId(operation)}">${operation.summary}</a></li>`)}
</ul></details>`

function article(operation: Operation): Html {
  const { verb, path, number, summary, description, role, perMinute, parameters, body, answers } = operation
  const id = operationId(operation)
  return html`
<article aria-labelledby="${id}">
<h3 id="${id}">${summary}${number !== null && html` <span class="number">${number}</span>`}</h3>
<p class="address"><b>${verb}</b> <code>${path}</code></p>
${description && html`<p>${description}</p>`}
<p class="soft">${role && role !== 'consumer' ? `For users with the role ${role}, or a higher one. ` : ''}${perMinute !== null && `${perMinute} times a minute.`}</p>
${parameters.length > 0 && parameterTable(summary, parameters)}
${code(`Request: ${summary}`, asCurl(operation))}
${body && code(`Body of the request: ${summary}`, pretty(body.example))}
${answers.filter(({ status }) => /^[23]/.test(status)).map((answer) => answerOf(summary, answer))}
</article>`
}

const parameterTable = (summary: string, parameters: readonly Parameter[]): Html => html`
<div class="scroll" role="group" aria-label="Parameters: ${summary}" tabindex="0"><table>
<thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${parameters.map(
  ({ name, in: where, required, description }) =>
    html`<tr><th scope="row"><code>${name}</code></th><td>${where}${required && where === 'query' && ', needed'}</td><td>${description}</td></tr>`,
)}
</tbody></table></div>`

const answerOf = (summary: string, { status, description, example }: Answer): Html => html`
<p><b>${status}</b> ${description}</p>
${example !== undefined && code(`Answer ${status}: ${summary}`, typeof example === 'string' ? example : pretty(example))}`

/** It scrolls sideways by itself, so the keyboard must get there and a screen reader say what it is. */
const code = (label: string, text: string): Html =>
  html`<pre role="group" aria-label="${label}" tabindex="0"><code>${text}</code></pre>`

const pretty = (value: unknown): string => JSON.stringify(value, null, 2)

export const docsStyle = `
body { grid-template-columns: minmax(0, 1fr); }
nav { margin: 16px 0 24px; display: grid; gap: 4px 24px; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); align-items: start; }
summary { min-height: 32px; font-weight: 600; cursor: pointer; }
h2 { margin-top: 40px; font-size: 20px; }
h3 { margin: 0 0 4px; font-size: 17px; }
article { padding: 24px 0; border-top: 1px solid var(--line); }
.number { color: var(--soft-text); font-weight: 400; }
.address { overflow-wrap: anywhere; }
code { font: 14px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { max-height: 26rem; margin: 0 0 12px; padding: 12px 14px; overflow: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--page); }
.scroll { margin: 0 0 12px; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 15px; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; }
`
