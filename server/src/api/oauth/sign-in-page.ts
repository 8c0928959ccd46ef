import { type Html, html } from '../http/html.ts'
import type { Page } from '../http/page.ts'
import type { AuthorizeRequest } from './authorize-request.ts'

export type SignInField = 'account' | 'email' | 'password'

export type SignInPage = {
  /** What is in the fields; the password never is. */
  account: string
  email: string
  formToken: string
  problem?: { status: number; sentence: string; fields: readonly SignInField[] }
}

/** Page one: whose library, and who. */
export function signInPage(
  { app, path, query }: AuthorizeRequest,
  { account, email, formToken, problem }: SignInPage,
): Page {
  const marked = (field: SignInField): Html | false =>
    (problem?.fields.includes(field) ?? false) && html` aria-invalid="true" aria-describedby="problem"`
  const focus = (field: SignInField): Html | false => field === focused(account, email, problem) && html` autofocus`
  return {
    title: problem ? 'Sign-in did not work' : 'Sign in',
    status: problem?.status ?? 200,
    body: html`<h1>Sign in to connect ${app.name}</h1>
${problem && html`<p class="problem" id="problem" role="alert">${problem.sentence}</p>`}
<form method="post" action="${path}/sign-in${query}">
<input type="hidden" name="form_token" value="${formToken}">
<div class="field"><label for="account">Account URL</label>
<input id="account" name="account" type="text" value="${account}" required maxlength="300" autocapitalize="none" autocomplete="url" spellcheck="false" inputmode="url"${marked('account')}${focus('account')}>
</div>
<div class="field"><label for="email">E-mail</label>
<input id="email" name="email" type="email" value="${email}" required maxlength="254" autocomplete="username"${marked('email')}${focus('email')}>
</div>
<div class="field"><label for="password">Password</label>
<input id="password" name="password" type="password" required autocomplete="current-password"${marked('password')}${focus('password')}>
</div>
<button class="act wide" type="submit">Sign in</button>
</form>`,
  }
}

/** The cursor starts where something is to be put right, or else in the first empty field. */
function focused(account: string, email: string, problem: SignInPage['problem']): SignInField {
  if (problem?.fields.length === 1 && problem.fields[0]) return problem.fields[0]
  if (account === '') return 'account'
  return email === '' ? 'email' : 'password'
}
