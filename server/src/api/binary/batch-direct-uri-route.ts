import { BatchDirectUri, BatchDirectUriBody, type DirectUriEntry } from '@descant/contract'
import { permissionsOf } from '../../domain/access/permissions.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import { isVisibleTo } from '../../domain/asset/find-visible-asset.ts'
import { NotAllowed } from '../../domain/domain-error.ts'
import type { SignedAddresses } from '../../domain/rendition/signed-address.ts'
import { withoutAcceptedTerms } from '../../domain/terms/terms-not-accepted.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { noteActivity } from '../http/note-activity.ts'
import { originOf } from '../http/request-account.ts'
import { EmbedMetadata, originalAddress } from './embed-metadata.ts'

/** #40: in the order asked; what is unknown, of another scheme, not to be seen or not to be downloaded yet is left out. */
export function batchDirectUriRoute(app: App, deps: ApiDeps & { addresses: SignedAddresses }): void {
  app.post(
    '/api_binary/v1/batch/directuri',
    {
      onRequest: authenticate(deps),
      config: { rateLimit: { method: '#40', perMinute: 1000 } },
      schema: {
        summary: 'Addresses of many originals that need no token',
        tags: ['Files'],
        querystring: EmbedMetadata,
        body: BatchDirectUriBody,
        response: { 200: BatchDirectUri },
      },
    },
    async (request, reply) => {
      const { account, library, role, user } = callerOf(request)
      if (!permissionsOf(role).includes('download')) throw new NotAllowed('You may not download')
      const origin = originOf(request, deps)
      const now = deps.clock.now()
      const ids = [...new Set(request.body.map(({ id }) => id as AssetId))]
      const found = await library.read.assets.findMany(ids)
      const bound = new Set(await withoutAcceptedTerms(library.read, { user: user.id, assets: found }))
      const assets = new Map(found.filter((asset) => !bound.has(asset)).map((asset) => [asset.id as string, asset]))

      const addressOf = await originalAddress(request, deps.addresses)
      const entries: DirectUriEntry[] = []
      for (const { id, scheme } of request.body) {
        const asset = assets.get(id)
        if (!asset || asset.scheme !== scheme || !isVisibleTo(role, asset, now)) continue
        const subject = { accountId: account.id, assetId: asset.id, versionId: asset.current.id, fileName: asset.name }
        noteActivity(request, deps, { asset, kind: 'downloaded' })
        entries.push({
          id,
          scheme: asset.scheme,
          displayName: asset.name,
          preview: `${origin}/api_binary/v1/${scheme}/${id}/preview`,
          directUri: origin + addressOf(subject),
        })
      }
      return reply.header('cache-control', 'private, no-store').send(entries)
    },
  )
}
