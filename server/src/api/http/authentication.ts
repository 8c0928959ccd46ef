import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { mayActAs } from '../../domain/access/role-rules.ts'
import { NotAllowed } from '../../domain/domain-error.ts'
import type { Role } from '../../domain/user/user.ts'
import type { ApiDeps } from './api-deps.ts'
import { callerOf } from './caller.ts'
import { identify } from './identify.ts'

type Deps = Pick<ApiDeps, 'control' | 'libraries' | 'secrets' | 'clock'>

/**
 * Lets in who has a good token of this host's account, and sets `request.caller`. A hook for `onRequest`, so that 401
 * comes before any word about the request itself: `{ onRequest: authenticate(deps) }`.
 */
export function authenticate(deps: Deps): onRequestAsyncHookHandler {
  return async (request: FastifyRequest) => {
    const identity = await identify(request, deps)
    if (identity.refused) throw identity.refused
    request.caller = identity.caller
  }
}

/** After `authenticate`: `{ onRequest: [authenticate(deps), requireRole('contributor')] }`. Higher roles may, too. */
export function requireRole(role: Role): onRequestAsyncHookHandler {
  const hook: onRequestAsyncHookHandler = async (request: FastifyRequest) => {
    if (!mayActAs(callerOf(request).role, role)) throw new NotAllowed(`This is for users with the role ${role}`)
  }
  roles.set(hook, role)
  return hook
}

const roles = new WeakMap<object, Role>()

/** The role that a hook asks for, so that the documentation says what the code does; `null`: none. */
export const roleNeededBy = (hook: object): Role | null => roles.get(hook) ?? null

/** After `authenticate`: for what only the web application itself does, never an app that was given access. */
export const requireWebApplication: onRequestAsyncHookHandler = async (request: FastifyRequest) => {
  if (callerOf(request).appId !== null) throw new NotAllowed('This is for the web application, not for apps')
}
