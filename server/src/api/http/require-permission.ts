import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { permissionsOf } from '../../domain/access/permissions.ts'
import { NotAllowed } from '../../domain/domain-error.ts'
import { callerOf } from './caller.ts'

/** After `authenticate`: `{ onRequest: [authenticate(deps), requirePermission('share')] }`. */
export function requirePermission(permission: string): onRequestAsyncHookHandler {
  return async (request: FastifyRequest) => {
    if (!permissionsOf(callerOf(request).role).includes(permission)) {
      throw new NotAllowed(`This needs the permission ${permission}`)
    }
  }
}
