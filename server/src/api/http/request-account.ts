import type { FastifyRequest } from 'fastify'
import type { Account } from '../../domain/account/account.ts'
import { NotFound } from '../../domain/domain-error.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { ApiDeps } from './api-deps.ts'
import type { App } from './app.ts'
import { keptUnderStamps } from './kept-under-stamps.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The account the Host names; `null` where it names none. */
    account: Account | null
  }
}

/** Finds the account by Host, before anything else looks at the request (contract §1). */
export function chooseAccountByHost(app: App, { control }: Pick<ApiDeps, 'control'>): void {
  app.decorateRequest('account', null)
  app.addHook('onRequest', async (request) => {
    control.lookAgain()
    request.account = await accountAt(control, request.hostname)
  })
}

/** The account a host name stands for. Alone, an account answers on every host. */
export const accountAt = (control: ApiDeps['control'], hostName: string): Promise<Account | null> =>
  accounts.under(control, [control.stamp()], hostName.toLowerCase(), (host) => lookUp(control, host))

const accounts = keptUnderStamps<Account | null>()

async function lookUp({ read }: ApiDeps['control'], host: string): Promise<Account | null> {
  const named = await read.accounts.findByHost(host)
  if (named) return named
  const all = await read.accounts.all()
  return all.length === 1 ? (all[0] ?? null) : null
}

/** The account of this request; 404 where the host names none. */
export function accountOf(request: FastifyRequest): Account {
  if (!request.account) throw new NotFound(`account at ${request.hostname}`)
  return request.account
}

export const libraryOf = (request: FastifyRequest, { libraries }: Pick<ApiDeps, 'libraries'>): Promise<Library> =>
  libraries.of(accountOf(request))

/** Origin for absolute URLs: the account's own, the installation's, or the one the client used. */
export const originOf = (request: FastifyRequest, { settings }: Pick<ApiDeps, 'settings'>): string =>
  accountOf(request).publicUrl ?? settings.publicUrl ?? `${request.protocol}://${request.host}`
