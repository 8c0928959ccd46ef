import { CompatibleTokenAnswer, OAuthErrorBody, TokenAnswer, TokenParameters } from '@descant/contract'
import type { Account } from '../../domain/account/account.ts'
import { clientCredentials } from '../../domain/oauth/client-credentials.ts'
import { exchangeCode } from '../../domain/oauth/exchange-code.ts'
import type { IssuedTokens } from '../../domain/oauth/issue-tokens.ts'
import { provenApp } from '../../domain/oauth/known-app.ts'
import { WrongParameter } from '../../domain/oauth/oauth-refusals.ts'
import { refreshTokens } from '../../domain/oauth/refresh-tokens.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { type Parameters, parametersIn } from './read-parameters.ts'
import { compatible, published, type Spelling } from './spelling.ts'

const names = Object.keys(TokenParameters.properties)

/** `POST …/token`: a code, a refresh token or the app's own word for an access token (contract §3). */
export function tokenRoutes(scope: App, deps: ApiDeps): void {
  for (const spelling of [published, compatible]) {
    const answer = spelling === published ? TokenAnswer : CompatibleTokenAnswer
    scope.post(
      `${spelling.path}/token`,
      {
        schema: {
          summary: spelling === published ? 'An access token' : 'An access token, as OAuth libraries ask for it',
          tags: ['OAuth'],
          asks: TokenParameters,
          example: { body: spelling.exampleOfToken },
          response: { 200: answer, '4xx': OAuthErrorBody },
        },
      },
      async (request, reply) => {
        const parameters = parametersIn(names, request.body, request.query)
        const issued = await tokensFor(deps, spelling, parameters, request.account)
        return reply.header('cache-control', 'no-store').header('pragma', 'no-cache').send(spelling.present(issued))
      },
    )
  }
}

async function tokensFor(
  deps: ApiDeps,
  spelling: Spelling,
  parameters: Parameters,
  here: Account | null,
): Promise<IssuedTokens> {
  const appNames = spelling.namesIn(parameters)
  const app = await provenApp(deps, {
    appId: parameters[appNames.id],
    appSecret: parameters[appNames.secret],
    here,
    names: appNames,
  })
  const {
    grant_type,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
    refresh_token,
    scope,
    user_id,
  } = parameters
  if (grant_type === 'authorization_code') return exchangeCode(deps, { app, code, redirectUri, verifier })
  if (grant_type === 'refresh_token') return refreshTokens(deps, { app, refreshToken: refresh_token, redirectUri })
  if (grant_type === 'client_credentials') return clientCredentials(deps, { app, scope, userId: user_id })
  throw new WrongParameter('grant_type')
}
