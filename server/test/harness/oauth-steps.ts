import type { TokenAnswer } from '@descant/contract'
import type { Account } from '../../src/domain/account/account.ts'
import type { ApiKey } from '../../src/domain/oauth/api-key.ts'
import { createApiKey, type NewApiKey } from '../../src/domain/oauth/create-api-key.ts'
import type { Dam } from './dam.ts'
import type { Answer } from './http-client.ts'
import type { Person } from './person.ts'
import { type VisitedPage, visitorOf } from './visitor.ts'

/** An app somebody registered, with what it needs to ask for access. */
export type RegisteredApp = { key: ApiKey; secret: string; id: string; account: Account }

export async function registerApp(
  dam: Dam,
  by: Person,
  options: Partial<Omit<NewApiKey, 'by'>> = {},
): Promise<RegisteredApp> {
  const account = options.account ?? dam.account
  const made = await createApiKey(dam.adapters, {
    name: 'Printshop',
    redirectUri: 'https://printshop.example/back',
    ...options,
    account,
    by: by.user,
  })
  return { ...made, id: made.key.appId, account }
}

export const authorizePath = (app: RegisteredApp, parameters: Record<string, string> = {}): string =>
  `/oauth/api/oauth2/authorize?${new URLSearchParams({ response_type: 'code', app_id: app.id, ...parameters })}`

/** Page one, filled in and sent; what comes then. */
export async function signInAt(
  dam: Dam,
  person: Person,
  path: string,
  visitor = visitorOf(dam.origin),
): Promise<VisitedPage> {
  const page = await visitor.open(path)
  return page.press('Sign in', { 'E-mail': person.user.email, Password: person.password })
}

/** Through both pages; where the app is sent to. */
export async function decide(
  dam: Dam,
  person: Person,
  app: RegisteredApp,
  button: 'Allow' | 'Deny',
  parameters: Record<string, string> = {},
): Promise<URL> {
  const consent = await signInAt(dam, person, authorizePath(app, parameters))
  const back = await consent.press(button)
  return new URL(back.location ?? 'none:')
}

export async function allow(
  dam: Dam,
  person: Person,
  app: RegisteredApp,
  parameters: Record<string, string> = {},
): Promise<string> {
  return (await decide(dam, person, app, 'Allow', parameters)).searchParams.get('code') ?? 'no code'
}

export const askToken = <Body = TokenAnswer>(
  dam: Dam,
  app: RegisteredApp,
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> =>
  dam.ask<Body>('POST', '/oauth/api/oauth2/token', {
    body: new URLSearchParams({ app_id: app.id, app_secret: app.secret, ...parameters }),
    headers,
  })

export const exchange = <Body = TokenAnswer>(dam: Dam, app: RegisteredApp, code: string, more = {}) =>
  askToken<Body>(dam, app, { grant_type: 'authorization_code', code, ...more })

export const refresh = <Body = TokenAnswer>(dam: Dam, app: RegisteredApp, refreshToken: string, more = {}) =>
  askToken<Body>(dam, app, { grant_type: 'refresh_token', refresh_token: refreshToken, ...more })

/** From consent to tokens. */
export async function connect(
  dam: Dam,
  person: Person,
  app: RegisteredApp,
): Promise<TokenAnswer & { refreshToken: string }> {
  const { body } = await exchange(dam, app, await allow(dam, person, app))
  return { ...body, refreshToken: body.refreshToken ?? 'none' }
}

/** What the API says to this token. */
export const statusWith = async (dam: Dam, accessToken: string, headers = {}): Promise<number> =>
  (await dam.ask('GET', '/api/v1/user', { headers: { authorization: `Bearer ${accessToken}`, ...headers } })).status
