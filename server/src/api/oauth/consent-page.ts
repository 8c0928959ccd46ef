import type { Account } from '../../domain/account/account.ts'
import type { ApiKey } from '../../domain/oauth/api-key.ts'
import type { Portal, PortalKind } from '../../domain/portal/portal.ts'
import { fullName, type Role, type User } from '../../domain/user/user.ts'
import { type Html, html } from '../http/html.ts'
import type { Page } from '../http/page.ts'
import type { AuthorizeRequest } from './authorize-request.ts'

export type ConsentPage = {
  account: Account
  user: User
  /** Those this person may give access to. */
  portals: readonly Portal[]
  formToken: string
  problem?: { status: number; sentence: string }
}

/** What an app does in somebody's name is what this person may do. */
const abilities = {
  consumer: ['find and see files', 'download approved files'],
  contributor: [
    'find, see and download files',
    'upload files and change their details, tags and keywords',
    'share files',
  ],
  admin: [
    'find, see and download files',
    'upload files and change their details, tags and keywords',
    'share files',
    'do whatever else the interface offers administrators, like adding keywords and users',
  ],
} as const satisfies Record<Role, readonly string[]>

/** Page two: which app, what it will be able to do, in which part of the library. */
export function consentPage(
  request: AuthorizeRequest,
  { account, user, portals, formToken, problem }: ConsentPage,
): Page {
  const { app, path, query } = request
  const parts = partsFor(account, user, portals)
  return {
    title: `Connect ${app.name}`,
    status: problem?.status ?? 200,
    pictures: originOf(app.logoUrl),
    formTargets: formTargets(app.redirectUri),
    body: html`<h1>Connect ${app.name} to ${account.name}?</h1>
${problem && html`<p class="problem" role="alert">${problem.sentence}</p>`}
${presentApp(app)}
<p>In your name, ${app.name} will be able to:</p>
<ul>${abilities[user.role].map((ability) => html`<li>${ability}</li>`)}</ul>
<p class="soft">This lasts until an administrator revokes it, or until you change your password.</p>
<form method="post" action="${path}/decision${query}">
<input type="hidden" name="form_token" value="${formToken}">
${presentParts(parts)}
<div class="buttons">
<button class="leave" type="submit" name="decision" value="deny" formnovalidate>Deny</button>
${parts.length > 0 && html`<button class="act" type="submit" name="decision" value="allow">Allow</button>`}
</div>
</form>
<p class="who">Signed in as ${fullName(user)} (${user.email}). <a href="${path}${query}&amp;prompt=login">Use another account</a></p>`,
  }
}

const presentApp = ({ name, website, logoUrl }: ApiKey): Html => html`<div class="app">
${originOf(logoUrl) !== null && html`<img src="${logoUrl}" alt="" referrerpolicy="no-referrer">`}
<p class="name">${name}</p>
${originOf(website) !== null && html`<p><a href="${website}" rel="noreferrer">${website.replace(/^https?:\/\//, '')}</a></p>`}
</div>`

/** The parts of the library this person may give access to. */
function partsFor({ name }: Account, user: User, portals: readonly Portal[]): Part[] {
  const main = { value: 'main', name: 'Main library', hint: `Everything in ${name} that you may see` }
  return [
    ...(user.mayAccessMainLibrary ? [main] : []),
    ...portals.map((portal) => ({ value: portal.id, name: portal.name, hint: kinds[portal.kind] })),
  ]
}

type Part = { value: string; name: string; hint: string }
const kinds: Record<PortalKind, string> = { portal: 'Portal', workspace: 'Workspace', styleguide: 'Style guide' }

const presentParts = (parts: readonly Part[]): Html =>
  parts.length > 0
    ? html`<fieldset><legend>Which part of the library?</legend>
${parts.map(
  ({ value, name, hint }, place) => html`
<label class="choice"><input type="radio" name="library" value="${value}"${place === 0 && html` checked`} required>
<span>${name}<span class="hint">${hint}</span></span></label>`,
)}
</fieldset>`
    : html`<p class="problem">You have no access to the main library or a portal, so there is nothing you can give access to.</p>`

/** `null` for what is no web address. */
function originOf(address: string): string | null {
  const url = URL.parse(address)
  return url && /^https?:$/.test(url.protocol) ? url.origin : null
}

/** Browsers hold redirects after a form against `form-action` as well, and an app may redirect on from where it returns. */
function formTargets(redirectUri: string): string {
  const { protocol } = new URL(redirectUri)
  return protocol === 'http:' ? 'http: https:' : protocol === 'https:' ? 'https:' : `${protocol} https:`
}
