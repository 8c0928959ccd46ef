import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { AssetId } from '../../domain/asset/asset.ts'
import { findVisibleAsset } from '../../domain/asset/find-visible-asset.ts'
import type { Version } from '../../domain/asset/version.ts'
import { NotFound } from '../../domain/domain-error.ts'
import type { Library } from '../../domain/ports/library.ts'
import { drawnFile } from '../../domain/rendition/drawn-file.ts'
import { openEdits } from '../../domain/rendition/open-edits.ts'
import type { SignedAddresses } from '../../domain/rendition/signed-address.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { noteActivity } from '../http/note-activity.ts'
import { refusals } from '../http/refusals.ts'
import { originOf } from '../http/request-account.ts'
import { leadsThere, saysWhere } from './describe-route.ts'
import { mustMayDownload } from './must-may-download.ts'
import { type AdvanceQuery, parseAdvanceQuery } from './parse-advance-query.ts'

const asText = Type.Optional(Type.String())
const AdvanceParameters = Type.Object({
  resize: asText,
  crop: asText,
  dpi: asText,
  type: asText,
  version: asText,
  preset: asText,
  keepAspectRatio: asText,
  proportion: asText,
})

/** #24: an image in another size, cut out, with other dots an inch; made before the answer, so that it says what is wrong. */
export function advanceRoutes(app: App, deps: ApiDeps & { addresses: SignedAddresses }): void {
  const edits = openEdits({ ...deps, maxPixels: deps.settings.maxPixels })
  const base = '/api_binary/v1/advance/:scheme/:id/download'

  answer(base, 'An image cut out and in another size', (reply, location) =>
    reply.code(302).header('location', location).send(),
  )
  answer(`${base}/directuri`, 'Where an image lies, cut out and in another size', (reply, location) =>
    reply.type('text/plain; charset=utf-8').send(location),
  )

  function answer(url: string, summary: string, send: (reply: FastifyReply, location: string) => FastifyReply): void {
    app.route({
      method: ['GET', 'HEAD'],
      url,
      onRequest: authenticate(deps),
      config: { rateLimit: { method: '#24', perMinute: 500 } },
      schema: {
        summary,
        tags: ['Files'],
        answers: url === base ? leadsThere : saysWhere,
        example: { query: { resize: '200x200', type: 'png' } },
        params: Type.Object({ scheme: Type.String(), id: Type.String() }),
        querystring: AdvanceParameters,
        response: refusals,
      },
      async handler(request, reply) {
        const location = await makeFor(request, request.params, request.query as AdvanceQuery)
        return send(reply.header('cache-control', 'private, no-store'), originOf(request, deps) + location)
      },
    })
  }

  async function makeFor(
    request: FastifyRequest,
    { scheme, id }: { scheme: string; id: string },
    query: AdvanceQuery,
  ): Promise<string> {
    const { account, library, role, portal } = callerOf(request)
    if (scheme !== 'image') throw new NotFound(`advanced download of the scheme ${scheme}`)
    const asset = await findVisibleAsset(library.read, { scheme, id: id as AssetId, role }, deps.clock.now())
    await mustMayDownload(request, asset)
    const version = query.version ? await versionOf(library, asset.id, query.version) : asset.current
    const edit = await parseAdvanceQuery(query, {
      contentType: version.contentType,
      async findPreset(wanted) {
        const preset = await library.read.presets.find(wanted)
        const isOffered = portal === null ? preset?.mainLibraryEnabled : preset?.portalEnabled
        return isOffered ? preset : undefined
      },
    })
    await edits.make(deps.objectsOf(account.id), drawnFile(asset, version), edit)

    const size = edit.size ? `${edit.size.width}x${edit.size.height}` : ''
    noteActivity(request, deps, { asset, kind: 'downloaded', detail: size })
    const fileName = version.id === asset.current.id ? asset.name : version.fileName
    return deps.addresses.edit({ accountId: account.id, assetId: asset.id, versionId: version.id, fileName }, edit)
  }
}

/** By its id, or by its number as `versionHistory` gives it. */
async function versionOf({ read }: Library, asset: AssetId, wanted: string): Promise<Version> {
  const versions = await read.assets.versionsOf(asset)
  const found = versions.find(({ id, no }) => id === wanted || String(no) === wanted)
  if (!found) throw new NotFound(`version ${wanted} of image ${asset}`)
  return found
}
