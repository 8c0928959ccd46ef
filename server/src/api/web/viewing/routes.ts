import { Viewing, ViewingQuery } from '@descant/contract'
import { Type } from 'typebox'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { findVisibleAsset } from '../../../domain/asset/find-visible-asset.ts'
import { isScheme } from '../../../domain/asset/scheme.ts'
import type { VersionId } from '../../../domain/asset/version.ts'
import { NotFound } from '../../../domain/domain-error.ts'
import { servedVersion } from '../../../domain/rendition/known-versions.ts'
import { signedAddresses } from '../../../domain/rendition/signed-address.ts'
import { viewingWith } from '../../../domain/rendition/viewing.ts'
import { whyNotDrawn } from '../../../domain/rendition/why-not-drawn.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { refusals } from '../../http/refusals.ts'
import { originOf } from '../../http/request-account.ts'
import { glanceAtPlayable } from './glance-at-playable.ts'
import { presentViewing } from './present-viewing.ts'

const nothing = { status: 'ready', value: null } as const

/** What the viewer shows of a file; what is not there yet is begun, and the answer says that it is coming. */
export function viewingRoutes(app: App, deps: ApiDeps): void {
  const { pages, storyboards, waveforms } = viewingWith(deps)
  const addresses = signedAddresses(deps)

  app.get(
    '/web/v1/assets/:scheme/:id/viewing',
    {
      onRequest: [authenticate(deps), requireWebApplication],
      schema: {
        params: Type.Object({ scheme: Type.String(), id: Type.String() }),
        querystring: ViewingQuery,
        response: { 200: Viewing, ...refusals },
      },
    },
    async (request, reply) => {
      const { account, library, role } = callerOf(request)
      const { scheme, id } = request.params
      if (!isScheme(scheme)) throw new NotFound(`scheme ${scheme}`)
      const asset = await findVisibleAsset(library.read, { scheme, id: id as AssetId, role }, deps.clock.now())
      const wanted = request.query.version as VersionId | undefined
      const isCurrent = wanted === undefined || wanted === asset.current.id
      const version = isCurrent ? asset.current : await library.read.assets.findVersion(asset.id, wanted)
      if (!version) throw new NotFound(`version ${wanted} of ${scheme} ${id}`)

      const { drawn, name: fileName } = servedVersion(asset, version)
      const { scheme: kind } = drawn.identified
      const objects = deps.objectsOf(account.id)
      const file = { assetId: asset.id, versionId: version.id, file: drawn, role }
      const [page, storyboard, waveform, play] = await Promise.all([
        kind === 'document' || kind === 'presentation' ? pages.measured.glance(objects, drawn) : nothing,
        kind === 'video' ? storyboards.glance(objects, drawn) : nothing,
        kind === 'audio' ? waveforms.glance(objects, drawn) : nothing,
        glanceAtPlayable({ library, objects, media: deps.media }, file),
      ])
      const viewing = presentViewing({
        origin: originOf(request, deps),
        addresses,
        subject: { accountId: account.id, assetId: asset.id, versionId: version.id, fileName },
        isDrawn: drawn.hasPreview,
        why: drawn.hasPreview ? null : await whyNotDrawn(deps.media, { identified: drawn.identified, role }),
        page,
        storyboard,
        waveform,
        play,
      })
      return reply.header('cache-control', 'private, no-store').send(viewing)
    },
  )
}
