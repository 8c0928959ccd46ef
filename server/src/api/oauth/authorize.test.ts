import { createHash } from 'node:crypto'
import type { OAuthErrorBody } from '@descant/contract'
import { describe, expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'
import { allow, authorizePath, decide, exchange, registerApp, signInAt } from '../../../test/harness/oauth-steps.ts'
import { visitorOf } from '../../../test/harness/visitor.ts'
import { suspendUser } from '../../domain/user/suspend-user.ts'

describe('before any page', () => {
  test('a wrong parameter is named in a 400, and leads nowhere', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const bad: [Record<string, string>, string][] = [
      [{ response_type: 'token' }, 'response_type'],
      [{ response_type: '' }, 'response_type'],
      [{ app_id: '' }, 'app_id'],
      [{ app_id: 'f'.repeat(32) }, 'app_id'],
      [{ redirect_uri: 'https://evil.example/back' }, 'redirect_uri'],
      [{ redirect_uri: 'https://printshop.example/back/' }, 'redirect_uri'],
      [{ redirect_uri: 'https://PRINTSHOP.example/back' }, 'redirect_uri'],
      [{ redirect_uri: 'https://printshop.example/back?x=1' }, 'redirect_uri'],
      [{ code_challenge: 'short' }, 'code_challenge'],
      [{ code_challenge: 'a'.repeat(43), code_challenge_method: 'S512' }, 'code_challenge_method'],
    ]
    for (const [parameters, name] of bad) {
      const { status, headers, body } = await dam.ask<OAuthErrorBody>('GET', authorizePath(app, parameters))
      expect([status, headers.get('location'), body.error]).toEqual([400, null, 'invalid_request'])
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(body.error_description).toContain(`Wrong ${name} value`)
    }
    const twice = await dam.ask<OAuthErrorBody>('GET', `${authorizePath(app)}&app_id=${app.id}`)
    expect([twice.status, twice.body.error_description]).toEqual([400, 'Wrong app_id value'])
  })

  test('the forms of the pages are checked the same', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    for (const form of ['sign-in', 'decision']) {
      const path = authorizePath(app, { redirect_uri: 'https://evil.example/' }).replace('?', `/${form}?`)
      const { status, headers } = await dam.ask('POST', path, { body: new URLSearchParams({ decision: 'allow' }) })
      expect([status, headers.get('location')]).toEqual([400, null])
    }
  })

  test('another account’s app is not known on this account’s host', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    await dam.addAccount('other.example')
    const there = await dam.ask('GET', authorizePath(app), { headers: { 'x-forwarded-host': 'other.example' } })
    expect(there).toMatchObject({ status: 400, body: { error_description: 'Wrong app_id value' } })
  })
})

describe('page one', () => {
  test('asks for account, e-mail and password, with the account filled in', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const page = await visitorOf(dam.origin).open(authorizePath(app))

    expect(page.status).toBe(200)
    const labels = [...page.document.querySelectorAll('label')].map((label) => label.textContent)
    expect(labels).toEqual(['Account URL', 'E-mail', 'Password'])
    expect(page.document.querySelector<HTMLInputElement>('#account')?.value).toBe(new URL(dam.origin).host)
    expect(page.document.querySelector('script')).toBeNull()
  })

  test('is in nobody’s frame, cache or script, and its cookies are strict', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    const page = await visitorOf(dam.origin).open(authorizePath(app))
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('script-src')
    expect(policy).not.toContain('unsafe')
    expect(page.headers.get('x-frame-options')).toBe('DENY')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('set-cookie')).toMatch(/^descant_form=[0-9a-f]{32}; Path=\/; HttpOnly; SameSite=Strict$/)

    const secure = await dam.ask('GET', authorizePath(app), { headers: { 'x-forwarded-proto': 'https' } })
    expect(secure.headers.get('set-cookie')).toMatch(/^__Host-descant_form=.*; Secure$/)
    expect(secure.headers.get('strict-transport-security')).toMatch(/max-age=\d+/)
  })

  test('says in a sentence what was not right, marks the field and keeps the rest', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    const page = await visitorOf(dam.origin).open(authorizePath(app))

    const wrong = await page.press('Sign in', { 'E-mail': ada.user.email, Password: 'guess' })
    expect(wrong.status).toBe(401)
    expect(wrong.document.querySelector('[role=alert]')?.textContent).toBe(
      'The e-mail address or the password is not right.',
    )
    const marked = [...wrong.document.querySelectorAll('[aria-invalid=true]')].map((field) => field.id)
    expect(marked).toEqual(['email', 'password'])
    expect(wrong.document.querySelector<HTMLInputElement>('#email')?.value).toBe(ada.user.email)
    expect(wrong.text).not.toContain('guess')

    const nobody = await wrong.press('Sign in', { 'E-mail': 'nobody@descant.test', Password: 'guess' })
    expect(nobody.status).toBe(401)
    expect(nobody.document.querySelector('[role=alert]')?.textContent).toBe(
      'The e-mail address or the password is not right.',
    )

    const empty = await nobody.press('Sign in', { 'E-mail': '', Password: '' })
    expect([empty.status, empty.document.querySelector('[aria-invalid=true]')?.id]).toEqual([400, 'email'])

    const consent = await empty.press('Sign in', {
      'E-mail': ` ${ada.user.email.toUpperCase()} `,
      Password: ada.password,
    })
    expect([consent.status, consent.document.title]).toEqual([200, 'Connect Printshop · Descant'])
  })

  test('knows only the account the app belongs to, however its address is written', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    await dam.addAccount('other.example')
    const at = { 'x-forwarded-host': 'localhost' }
    const open = () => visitorOf(dam.origin, at).open(authorizePath(app))
    const typed = async (account: string) =>
      (await open()).press('Sign in', { 'Account URL': account, 'E-mail': ada.user.email, Password: ada.password })

    for (const account of ['other.example', 'nowhere.example', '%%%', 'https://']) {
      const refused = await typed(account)
      expect([refused.status, refused.document.querySelector('[aria-invalid=true]')?.id]).toEqual([400, 'account'])
    }
    for (const account of ['LOCALHOST', 'http://localhost:8080/some/page', ' localhost ']) {
      expect((await typed(account)).document.title).toBe('Connect Printshop · Descant')
    }
  })

  test('works on a host of its own that names no account, and then asks which', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    await dam.addAccount('other.example')
    const page = await visitorOf(dam.origin, { 'x-forwarded-host': 'oauth.example' }).open(authorizePath(app))
    expect(page.document.querySelector<HTMLInputElement>('#account')?.value).toBe('')

    const fields = { 'E-mail': ada.user.email, Password: ada.password }
    expect((await page.press('Sign in', { ...fields, 'Account URL': 'other.example' })).status).toBe(400)
    const consent = await page.press('Sign in', { ...fields, 'Account URL': 'localhost' })
    expect((await consent.press('Allow')).location).toContain('?code=')
  })

  test('is refused when it was not shown to the browser that sends it', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    const path = authorizePath(app)
    const fields = { account: 'localhost', email: ada.user.email, password: ada.password }
    const mallory = await visitorOf(dam.origin).open(path)
    const stolen = mallory.document.querySelector<HTMLInputElement>('[name=form_token]')?.value ?? ''
    const post = (body: Record<string, string>, headers: Record<string, string> = {}) =>
      dam.ask('POST', path.replace('?', '/sign-in?'), { body: new URLSearchParams(body), headers })

    for (const refused of [
      await post(fields),
      await post({ ...fields, form_token: stolen }),
      await post({ ...fields, form_token: stolen }, { cookie: `descant_form=${'a'.repeat(32)}` }),
      await post(
        { ...fields, form_token: stolen },
        { cookie: mallory.headers.get('set-cookie')?.split(';')[0] ?? '', origin: 'https://evil.example' },
      ),
    ]) {
      expect(refused.status).toBe(403)
      expect(refused.headers.get('set-cookie') ?? '').not.toContain('descant_session')
    }
  })

  test('after ten wrong passwords the right one has to wait, too, and after fifteen minutes it is let in', async ({
    dam,
  }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    let page = await visitorOf(dam.origin).open(authorizePath(app))
    for (let guess = 0; guess < 10; guess++) {
      page = await page.press('Sign in', { 'E-mail': ada.user.email, Password: `guess ${guess}` })
      expect(page.status).toBe(401)
    }
    page = await page.press('Sign in', { 'E-mail': ada.user.email, Password: ada.password })
    expect(page.status).toBe(429)
    expect(Number(page.headers.get('retry-after'))).toBe(900)
    expect(page.document.querySelector('[role=alert]')?.textContent).toContain('try again')

    dam.advance({ seconds: 901 })
    page = await page.press('Sign in', { 'E-mail': ada.user.email, Password: ada.password })
    expect(page.document.title).toBe('Connect Printshop · Descant')
  })

  test('is skipped by who is signed in, who may still choose to be somebody else', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const bob = await dam.person('bob')
    const app = await registerApp(dam, ada)
    const visitor = visitorOf(dam.origin)
    await signInAt(dam, ada, authorizePath(app), visitor)

    const again = await visitor.open(authorizePath(app, { state: 'x' }))
    expect(again.document.title).toBe('Connect Printshop · Descant')
    expect(again.text).toContain('Signed in as Ada Tester (ada@descant.test)')

    const other = again.document.querySelector<HTMLAnchorElement>('.who a')
    expect(other?.textContent).toBe('Use another account')
    const page = await visitor.open(other?.href ?? '')
    const asBob = await page.press('Sign in', { 'E-mail': bob.user.email, Password: bob.password })
    expect(asBob.text).toContain('bob@descant.test')
    const back = await asBob.press('Allow')
    expect(new URL(back.location ?? '').searchParams.get('state')).toBe('x')
  })

  test('who comes by a link of another site goes through a page of ours first, once, and then is known', async ({
    dam,
  }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    const stranger = visitorOf(dam.origin)
    const onwards = await stranger.open(authorizePath(app, { state: 'a&b' }), { 'sec-fetch-site': 'cross-site' })
    expect(onwards.headers.get('set-cookie')).toBeNull()
    const target = /url=(.*)$/.exec(
      onwards.document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '',
    )?.[1]
    const page = await stranger.open(target ?? '', { 'sec-fetch-site': 'cross-site' })
    expect(page.document.title).toBe('Sign in · Descant')
    expect(page.document.querySelector('form')?.action).toContain('state=a%26b')
  })
})

describe('page two', () => {
  test('shows the app with website and logo, what it may do and in which part of the library', async ({ dam }) => {
    const cora = await dam.person('cora', { role: 'consumer' })
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const page = await signInAt(dam, cora, authorizePath(app))

    expect(page.document.querySelector('h1')?.textContent).toContain('Printshop')
    expect(page.document.querySelector('.app a')?.getAttribute('href')).toBe('https://printshop.example')
    expect(page.document.querySelector('.app img')?.getAttribute('src')).toBe('https://printshop.example/favicon.ico')
    expect(page.headers.get('content-security-policy')).toContain("img-src 'self' data: https://printshop.example;")
    const abilities = [...page.document.querySelectorAll('li')].map((item) => item.textContent)
    expect(abilities).toEqual(['find and see files', 'download approved files'])
    const part = page.document.querySelector<HTMLInputElement>('[name=library]')
    expect([part?.type, part?.value, part?.checked]).toEqual(['radio', 'main', true])
    const buttons = [...page.document.querySelectorAll('button')].map((button) => button.textContent)
    expect(buttons).toEqual(['Deny', 'Allow'])
  })

  test('shows text of people as text, never as markup', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const nasty = `<img src=x onerror=alert(1)>"'><script>alert(2)</script>&amp;`
    const app = await registerApp(dam, ada, {
      name: nasty.slice(0, 80),
      website: 'https://printshop.example/"><script>alert(3)</script>',
      logoUrl: "https://printshop.example/'><svg/onload=alert(4)>",
    })
    const visitor = visitorOf(dam.origin)
    const one = await visitor.open(authorizePath(app, { state: '"><script>alert(5)</script>' }))
    const failed = await one.press('Sign in', { 'E-mail': `"><script>@x`, Password: 'x', 'Account URL': '"><b>x' })
    const two = await failed.press('Sign in', {
      'Account URL': 'localhost',
      'E-mail': ada.user.email,
      Password: ada.password,
    })
    for (const page of [one, failed, two]) {
      expect(page.document.querySelectorAll('script, [onerror], [onload], main b, svg svg')).toHaveLength(0)
      expect(page.document.querySelector('h1')?.textContent).toContain(nasty.slice(0, 80).trim())
    }
    expect(two.document.querySelectorAll('img')).toHaveLength(1)
  })

  test('Deny tells the app so, with its state', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    const state = 'a b+c&d=é%20/"😀'
    const back = await decide(dam, ada, app, 'Deny', { state })
    expect(back.href.split('&state=')[0]).toBe(
      'https://printshop.example/back?error=access_denied&error_description=The+user+denied+access+to+your+application',
    )
    expect(back.searchParams.get('state')).toBe(state)
    expect(decodeURIComponent(back.search.split('&state=')[1] ?? '')).toBe(state)
  })

  test('Allow gives the app a code, with its state', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada, { redirectUri: 'https://printshop.example/back?shop=7' })
    const back = await decide(dam, ada, app, 'Allow', { state: 'abcd', redirect_uri: app.key.redirectUri })
    expect(back.href).toMatch(/^https:\/\/printshop\.example\/back\?shop=7&code=[0-9a-f]{32}&state=abcd$/)
    expect((await decide(dam, ada, app, 'Allow')).searchParams.has('state')).toBe(false)
  })

  test('leads back into an application with a scheme of its own', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada, { redirectUri: 'com.example.print:/back' })
    const page = await signInAt(dam, ada, authorizePath(app))
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' com.example.print:")
    expect(page.document.querySelector('.app img')).toBeNull()
    expect((await page.press('Allow')).location).toMatch(/^com\.example\.print:\/back\?code=[0-9a-f]{32}$/)
  })

  test('is refused when somebody else made the form, or for another call', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    const visitor = visitorOf(dam.origin)
    const page = await signInAt(dam, ada, authorizePath(app, { state: 'mine' }), visitor)
    const form_token = page.document.querySelector<HTMLInputElement>('[name=form_token]')?.value ?? ''
    const cookie = `descant_session=${visitor.cookies.get('descant_session')}`
    const post = (state: string, fields: Record<string, string>, headers = {}) =>
      dam.ask('POST', authorizePath(app, { state }).replace('?', '/decision?'), {
        body: new URLSearchParams({ decision: 'allow', library: 'main', ...fields }),
        headers: { cookie, ...headers },
      })

    expect((await post('mine', {})).status).toBe(403)
    expect((await post('theirs', { form_token })).status).toBe(403)
    expect((await post('mine', { form_token }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('mine', { form_token, library: 'portal-1' })).status).toBe(400)
    expect((await post('mine', { form_token, decision: 'maybe' })).status).toBe(400)
    expect((await post('mine', { form_token }, { cookie: '' })).headers.get('location')).toContain('/authorize?')
    expect((await post('mine', { form_token })).status).toBe(302)
  })

  test('offers nothing to allow to who has no access to the main library', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const bob = await dam.person('bob')
    await dam.library.transaction(({ users }) => users.update({ ...bob.user, mayAccessMainLibrary: false }))
    const page = await signInAt(dam, bob, authorizePath(app))
    expect([...page.document.querySelectorAll('button')].map((button) => button.textContent)).toEqual(['Deny'])
    expect(page.text).toContain('no access to the main library')
  })

  test('a suspended user gets no further, and is told so only with the right password', async ({ dam }) => {
    const bob = await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const visitor = visitorOf(dam.origin)
    await signInAt(dam, bob, authorizePath(app), visitor)
    await suspendUser({ library: dam.library }, bob.user.id)

    const page = await visitor.open(authorizePath(app))
    expect(page.document.title).toBe('Sign in · Descant')
    const right = await page.press('Sign in', { 'E-mail': bob.user.email, Password: bob.password })
    expect([right.status, right.text.includes('suspended')]).toEqual([403, true])
    const wrong = await right.press('Sign in', { 'E-mail': bob.user.email, Password: 'x' })
    expect([wrong.status, wrong.text.includes('suspended')]).toEqual([401, false])
  })
})

describe('PKCE', () => {
  const verifier = 'dBjftJeZ4CVP-mBbpD4lTtGGzN0iB0JjGHzYyoXbAZk'
  const challenge = createHash('sha256').update(verifier).digest('base64url')

  test('a code with a challenge is given only for its verifier', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    for (const asked of [
      { code_challenge: challenge, code_challenge_method: 'S256' },
      { code_challenge: verifier, code_challenge_method: 'plain' },
      { code_challenge: verifier },
    ]) {
      const code = await allow(dam, ada, app, asked as Record<string, string>)
      for (const wrong of [{}, { code_verifier: 'a'.repeat(43) }, { code_verifier: 'short' }]) {
        expect(await exchange(dam, app, code, wrong)).toMatchObject({
          status: 400,
          body: { error: 'invalid_request', error_description: 'Wrong code_verifier value' },
        })
      }
      expect((await exchange(dam, app, code, { code_verifier: verifier })).status).toBe(200)
    }
  })

  test('a verifier for a code without a challenge is refused: somebody took the challenge away', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    const code = await allow(dam, ada, app)
    expect((await exchange(dam, app, code, { code_verifier: verifier })).status).toBe(400)
  })
})
