import type { Account } from '../../domain/account/account.ts'
import { fewestChosenCharacters } from '../../domain/user/password.ts'
import { fullName, type User } from '../../domain/user/user.ts'
import { html } from '../http/html.ts'
import type { Page } from '../http/page.ts'

export const choosePasswordPage = (
  { name }: Account,
  user: User,
  problem?: { status: number; sentence: string },
): Page => ({
  title: problem ? 'Please try again' : 'Choose a password',
  status: problem?.status ?? 200,
  body: html`<h1>Welcome to ${name}, ${fullName(user)}</h1>
<p>Choose a password. You sign in with ${user.email}.</p>
${problem && html`<p class="problem" id="problem" role="alert">${problem.sentence}</p>`}
<form method="post">
<input type="hidden" name="username" autocomplete="username" value="${user.email}">
<div class="field"><label for="password">Password</label>
<input id="password" name="password" type="password" required minlength="${fewestChosenCharacters}" maxlength="1000" autocomplete="new-password" aria-describedby="hint${problem && ' problem'}" autofocus>
<span class="hint" id="hint">At least ${fewestChosenCharacters} characters; a few words are better than one with symbols.</span>
</div>
<div class="field"><label for="again">The same again</label>
<input id="again" name="again" type="password" required maxlength="1000" autocomplete="new-password">
</div>
<button class="act wide" type="submit">Choose this password</button>
</form>`,
})

export const acceptedPage = ({ name }: Account, user: User): Page => ({
  title: 'Welcome',
  body: html`<h1>Your password is set</h1>
${
  user.mayAccessMainLibrary
    ? html`<p><a href="/">Sign in to ${name}</a> with ${user.email}.</p>`
    : html`<p>You can sign in with ${user.email} wherever an app asks you to connect ${name}.</p>`
}`,
})

/** Used, replaced by a newer one, expired, or never made: the same page, so that nothing is told apart. */
export const usedUpPage = (): Page => ({
  title: 'This link is of no use any more',
  status: 404,
  body: html`<h1>This link is of no use any more</h1>
<p>An invitation can be used once, within seven days. If you have chosen a password already, <a href="/">sign in</a>; if
not, ask whoever invited you to send the invitation again.</p>`,
})
