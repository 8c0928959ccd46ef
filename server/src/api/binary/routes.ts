import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Asset, AssetId } from '../../domain/asset/asset.ts'
import { findVisibleAsset } from '../../domain/asset/find-visible-asset.ts'
import { isScheme } from '../../domain/asset/scheme.ts'
import type { VersionId } from '../../domain/asset/version.ts'
import { Invalid, NotFound } from '../../domain/domain-error.ts'
import { isPlayed } from '../../domain/rendition/playable.ts'
import { defaultSize } from '../../domain/rendition/preview-size.ts'
import { type AddressSubject, signedAddresses } from '../../domain/rendition/signed-address.ts'
import { transcriptions } from '../../domain/rendition/transcription.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { noteActivity } from '../http/note-activity.ts'
import { pictureFormat } from '../http/picture-format.ts'
import { originOf } from '../http/request-account.ts'
import { advanceRoutes } from './advance-routes.ts'
import { batchDirectUriRoute } from './batch-direct-uri-route.ts'
import { describeRoute, leadsThere, saysWhere } from './describe-route.ts'
import { EmbedMetadata, originalAddress } from './embed-metadata.ts'
import { mustMayDownload } from './must-may-download.ts'

const BinaryParams = Type.Object({
  scheme: Type.String(),
  id: Type.String(),
  versionId: Type.Optional(Type.String()),
  size: Type.Optional(Type.String()),
})
type BinaryParams = Static<typeof BinaryParams>
type Found = { asset: Asset; subject: AddressSubject }

/** What the request counts as in the reports, and of what. */
type Counted = { kind: 'downloaded' | 'previewed'; detail?: string } | null

const downloaded = { kind: 'downloaded' } as const
const previewed = { kind: 'previewed' } as const

/** What a request for bytes is answered with: a path that needs no token. */
type Address = (found: Found, request: FastifyRequest) => string | Promise<string>

/** #4, #24, #38, #39, #40: who has a token is sent to an address that needs none. */
export function binaryRoutes(app: App, deps: ApiDeps): void {
  const addresses = signedAddresses(deps)
  const base = '/api_binary/v1/:scheme/:id'

  const original: Address = async ({ asset, subject }, request) => {
    await mustMayDownload(request, asset)
    return (await originalAddress(request, addresses))(subject)
  }
  const preview: Address = ({ subject }, request) => {
    const path = addresses.preview(subject, sizeIn(request.params as BinaryParams))
    const format = pictureFormat(request.headers.accept)
    return format === 'jpeg' ? path : `${path}.${format}`
  }

  redirect(base, downloaded, original)
  redirect(`${base}/:versionId`, downloaded, original)
  redirect(`${base}/preview`, previewed, preview)
  redirect(`${base}/preview/:size`, previewed, preview)
  redirect(`${base}/:versionId/preview`, previewed, preview)
  redirect(`${base}/:versionId/preview/:size`, previewed, preview)
  redirect(`${base}/metadata`, null, async ({ asset, subject }, request) => {
    await mustMayDownload(request, asset)
    return addresses.metadata(subject)
  })
  redirect(`${base}/play`, previewed, ({ asset, subject }) => {
    if (!isPlayed(asset.scheme)) throw new NotFound(`lighter version of ${asset.name} to play`)
    return addresses.play(subject)
  })
  for (const as of transcriptions) {
    redirect(`${base}/${as}`, { ...downloaded, detail: as }, async ({ asset, subject }, request) => {
      if (asset.scheme !== 'image' || !asset.current.hasPreview) throw new NotFound(`${as} of ${asset.name}`)
      await mustMayDownload(request, asset)
      return addresses.transcription(subject, as)
    })
  }

  const unnegotiated: Address = ({ subject }, request) =>
    addresses.preview(subject, sizeIn(request.params as BinaryParams))
  text(`${base}/previewURI`, '#38', previewed, unnegotiated)
  text(`${base}/previewURI/:size`, '#38', previewed, unnegotiated)
  text(`${base}/directuri`, '#39', downloaded, original)
  batchDirectUriRoute(app, { ...deps, addresses })
  advanceRoutes(app, { ...deps, addresses })

  /** Exactly 302: clients look for it. */
  function redirect(url: string, counted: Counted, address: Address): void {
    add(url, '#4', counted, address, (reply, location) =>
      reply.code(302).header('location', location).header('vary', 'Accept').send(),
    )
  }

  /** For programs that can't follow redirects. */
  function text(url: string, method: '#38' | '#39', counted: Counted, address: Address): void {
    add(url, method, counted, address, (reply, location) => reply.type('text/plain; charset=utf-8').send(location))
  }

  function add(
    url: string,
    method: '#4' | '#38' | '#39',
    counted: Counted,
    address: Address,
    answer: (reply: FastifyReply, location: string) => FastifyReply,
  ): void {
    app.route({
      method: ['GET', 'HEAD'],
      url,
      onRequest: authenticate(deps),
      config: { rateLimit: { method, perMinute: 1000 } },
      schema: {
        ...describeRoute(url.slice(base.length), method === '#4' ? leadsThere : saysWhere),
        params: BinaryParams,
        ...(address === original && { querystring: EmbedMetadata }),
      },
      async handler(request, reply) {
        const found = await find(request, request.params)
        const location = originOf(request, deps) + (await address(found, request))
        if (counted) noteActivity(request, deps, { asset: found.asset, ...counted })
        return answer(reply.header('cache-control', 'private, no-store'), location)
      },
    })
  }

  async function find(request: FastifyRequest, { scheme, id, versionId }: BinaryParams): Promise<Found> {
    const { account, library, role } = callerOf(request)
    if (!isScheme(scheme)) throw new NotFound(`scheme ${scheme}`)
    const asset = await findVisibleAsset(library.read, { scheme, id: id as AssetId, role }, deps.clock.now())
    const ofAsset = { accountId: account.id, assetId: asset.id }
    if (versionId === undefined || versionId === asset.current.id) {
      return { asset, subject: { ...ofAsset, versionId: asset.current.id, fileName: asset.name } }
    }
    const version = await library.read.assets.findVersion(asset.id, versionId as VersionId)
    if (!version) throw new NotFound(`version ${versionId} of ${scheme} ${id}`)
    return { asset, subject: { ...ofAsset, versionId: version.id, fileName: version.fileName } }
  }
}

function sizeIn({ size }: BinaryParams): number {
  if (size === undefined || size === '') return defaultSize
  if (!/^\d{1,9}$/.test(size) || Number(size) < 1) {
    throw new Invalid(`The size of a preview is its longest side in pixels, 1 or more, not ${size}`)
  }
  return Number(size)
}
