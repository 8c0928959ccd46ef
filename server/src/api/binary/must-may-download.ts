import type { FastifyRequest } from 'fastify'
import { permissionsOf } from '../../domain/access/permissions.ts'
import type { Asset } from '../../domain/asset/asset.ts'
import { NotAllowed } from '../../domain/domain-error.ts'
import { mustHaveAcceptedTerms } from '../../domain/terms/terms-not-accepted.ts'
import { callerOf } from '../http/caller.ts'

/** The user has the permission, and accepted the terms where the asset has any. */
export async function mustMayDownload(request: FastifyRequest, asset: Asset): Promise<void> {
  const { library, role, user } = callerOf(request)
  if (!permissionsOf(role).includes('download')) throw new NotAllowed('You may not download')
  await mustHaveAcceptedTerms(library.read, { user: user.id, assets: [asset] })
}
