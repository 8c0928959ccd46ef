import { AuthorizeQuery } from '@descant/contract'
import type { Account } from '../../domain/account/account.ts'
import type { ApiKey } from '../../domain/oauth/api-key.ts'
import { agreedRedirectUri, knownApp } from '../../domain/oauth/known-app.ts'
import { WrongParameter } from '../../domain/oauth/oauth-refusals.ts'
import { type Challenge, parseChallenge } from '../../domain/oauth/pkce.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import { parametersIn } from './read-parameters.ts'
import type { Spelling } from './spelling.ts'

/** An authorize call that was found in order: what the pages ask about, and the address they carry from one to the next. */
export type AuthorizeRequest = {
  app: ApiKey
  redirectUri: string
  state: string | undefined
  challenge: Challenge | undefined
  /** The call's own parameters again, for the pages' addresses: `?response_type=code&…`. */
  query: string
  /** The address of the call, without the query. */
  path: string
}

const names = Object.keys(AuthorizeQuery.properties).filter((name) => name !== 'state')

/** Checks everything before any page is shown. What is wrong is 400 and named, and never leads anywhere. */
export async function checkAuthorizeRequest(
  { control }: Pick<ApiDeps, 'control'>,
  { query, here, spelling }: { query: unknown; here: Account | null; spelling: Spelling },
): Promise<AuthorizeRequest> {
  const parameters = parametersIn(names, query)
  if (parameters.response_type !== 'code') throw new WrongParameter('response_type')
  const idName = spelling.namesIn(parameters).id
  const app = await knownApp({ control }, { appId: parameters[idName], here, name: idName })
  const redirectUri = agreedRedirectUri(app, parameters.redirect_uri)
  const challenge = parseChallenge(parameters.code_challenge, parameters.code_challenge_method)
  const state = stateIn(query)

  const again = new URLSearchParams()
  for (const name of names) if (parameters[name] !== undefined) again.append(name, parameters[name])
  if (state !== undefined) again.append('state', state)
  return { app, redirectUri, state, challenge, query: `?${again}`, path: `/oauth${spelling.path}/authorize` }
}

/** As it came: not trimmed, and empty is not absent. */
function stateIn(query: unknown): string | undefined {
  const { state } = query as { state?: unknown }
  if (state !== undefined && typeof state !== 'string') throw new WrongParameter('state')
  return state
}
