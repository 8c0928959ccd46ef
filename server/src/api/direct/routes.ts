import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { AssetId } from '../../domain/asset/asset.ts'
import type { VersionId } from '../../domain/asset/version.ts'
import { NotAllowed, NotFound } from '../../domain/domain-error.ts'
import { askForPlayable } from '../../domain/rendition/ask-for-playable.ts'
import { openDescriptions } from '../../domain/rendition/describe-file.ts'
import { type EditName, editNamed, extensionOf } from '../../domain/rendition/edit.ts'
import { knownVersions, type ServedVersion } from '../../domain/rendition/known-versions.ts'
import { openEdits } from '../../domain/rendition/open-edits.ts'
import { openPreviews } from '../../domain/rendition/open-previews.ts'
import { openTranscriptions } from '../../domain/rendition/open-transcriptions.ts'
import { type AddressKind, signedAddresses } from '../../domain/rendition/signed-address.ts'
import { recipes, type Transcription, transcriptions } from '../../domain/rendition/transcription.ts'
import { withExtension } from '../../domain/rendition/with-extension.ts'
import { largestSharedPreview, mayFetch } from '../../domain/sharing/may-fetch.ts'
import { sharedAsset } from '../../domain/sharing/open-share.ts'
import type { ShareId } from '../../domain/sharing/share.ts'
import { findTrashed } from '../../domain/trash/find-trashed.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { contentDisposition } from '../http/content-disposition.ts'
import { pictureFormat } from '../http/picture-format.ts'
import { accountOf, libraryOf } from '../http/request-account.ts'
import { checkConditions } from './conditions.ts'
import { viewingGivers } from './give-viewing.ts'
import { pictureAt } from './picture-at.ts'
import { sendObject } from './send-object.ts'

const DirectParams = Type.Object({
  kind: Type.String(),
  assetId: Type.String(),
  versionId: Type.String(),
  expires: Type.String(),
  signature: Type.String(),
  end: Type.String(),
})
type DirectParams = Static<typeof DirectParams>
const DirectQuery = Type.Object({ share: Type.Optional(Type.String()) })
type Give<Served = ServedVersion> = (
  served: Served,
  params: DirectParams,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>

/** Bytes for whoever holds a signed address; no token. */
export function directRoutes(app: App, deps: ApiDeps): void {
  const addresses = signedAddresses(deps)
  const find = knownVersions()
  const previews = openPreviews(deps)
  const transcribe = openTranscriptions(deps)
  const describe = openDescriptions(deps)
  const edits = openEdits({ ...deps, maxPixels: deps.settings.maxPixels })
  const objectsFor = (request: FastifyRequest) => deps.objectsOf(accountOf(request).id)

  app.route({
    method: ['GET', 'HEAD'],
    url: '/direct/:kind/:assetId/:versionId/:expires/:signature/:end',
    schema: { params: DirectParams, querystring: DirectQuery },
    async handler(request, reply) {
      const { params, query } = request
      const give = params.kind.startsWith('edit') ? giveEdit : givers[params.kind as Exclude<AddressKind, EditName>]
      if (!give) throw new NotFound(`direct address of the kind ${params.kind}`)
      checkAddress(request, params, query.share)
      if (query.share !== undefined) await checkShare(request, params, query.share as ShareId)
      const library = await libraryOf(request, deps)
      const [assetId, versionId] = [params.assetId as AssetId, params.versionId as VersionId]
      reply.header('cross-origin-resource-policy', 'cross-origin')
      if (params.kind === 'trashed') {
        const trashed = await findTrashed({ library, clock: deps.clock }, { assetId, versionId })
        if (!trashed) throw new NotFound('file at this address any more')
        return await givePreview(trashed, params, request, reply)
      }
      const served = await find(library, assetId, versionId)
      if (!served) throw new NotFound('file at this address any more')
      return await give(served, params, request, reply)
    },
  })

  function checkAddress(
    request: FastifyRequest,
    { kind, assetId, versionId, expires, signature }: DirectParams,
    share: string | undefined,
  ): void {
    const verdict = addresses.verify({
      kind: kind as AddressKind,
      accountId: accountOf(request).id,
      assetId: assetId as AssetId,
      versionId: versionId as VersionId,
      expires: Number(expires),
      signature,
      ...(share !== undefined && { share: share as ShareId }),
    })
    if (verdict === 'forged') throw new NotAllowed('This address is not one that was given here')
    if (verdict === 'expired') throw new NotAllowed('This address has expired. Ask the API for a new one')
  }

  /** Looked at each time: what ends, or leaves the share, is gone at once. */
  async function checkShare(request: FastifyRequest, { kind, assetId, versionId }: DirectParams, shareId: ShareId) {
    const library = await libraryOf(request, deps)
    const { share, asset } = await sharedAsset({ library, clock: deps.clock }, { shareId, assetId: assetId as AssetId })
    if (asset.current.id !== versionId) throw new NotFound('such file in this share any more')
    if (!mayFetch(share, kind as AddressKind)) throw new NotAllowed('This share does not give that')
  }

  const giveOriginal: Give = async ({ name, version }, { expires }, request, reply) => {
    asDownload(reply, name, expires)
    return await sendObject(request, reply, {
      objects: objectsFor(request),
      key: version.object,
      size: version.size,
      contentType: version.contentType,
      etag: `"${version.sha256}"`,
      modifiedAt: version.uploadedAt,
    })
  }

  const giveDescribed: Give = async ({ name, version, drawn, words }, { expires }, request, reply) => {
    const objects = objectsFor(request)
    const library = await libraryOf(request, deps)
    const { key, size, etag } = await describe({ objects, library }, { ...drawn, version, words })
    asDownload(reply, name, expires)
    const { contentType, uploadedAt } = version
    return await sendObject(request, reply, { objects, key, size, contentType, etag, modifiedAt: uploadedAt })
  }

  const giveTranscription: Give = async ({ name, version, drawn }, { kind, expires }, request, reply) => {
    const as = kind as Transcription
    const objects = objectsFor(request)
    const { key, size } = await transcribe(objects, drawn, as)
    asDownload(reply, withExtension(name, recipes[as].extension), expires)
    return await sendObject(request, reply, {
      objects,
      key,
      size,
      contentType: `image/${recipes[as].wanted.format}`,
      etag: `"${version.sha256}-${as}"`,
      modifiedAt: version.uploadedAt,
    })
  }

  const giveEdit: Give = async ({ name, version, drawn }, { kind, expires }, request, reply) => {
    const edit = editNamed(kind)
    if (!edit) throw new NotFound(`direct address of the kind ${kind}`)
    const objects = objectsFor(request)
    const { key, size } = await edits.make(objects, drawn, edit)
    asDownload(reply, withExtension(name, extensionOf(edit)), expires)
    return await sendObject(request, reply, {
      objects,
      key,
      size,
      contentType: `image/${edit.format}`,
      etag: `"${version.sha256}-${kind}"`,
      modifiedAt: version.uploadedAt,
    })
  }

  /** From memory as a rule: previews are small, and asked for by the hundred. */
  const givePreview: Give<Pick<ServedVersion, 'version' | 'drawn'>> = async (
    { version, drawn },
    { end },
    request,
    reply,
  ) => {
    const { size: asked, format: chosen } = pictureAt(end)
    const size = (request.query as Static<typeof DirectQuery>).share ? Math.min(asked, largestSharedPreview) : asked
    const format = chosen ?? pictureFormat(request.headers.accept)
    const { bytes, name, standsIn } = await previews(objectsFor(request), drawn, { size, format })
    const etag = `"${encodeURIComponent(name)}"`
    const day = 86_400
    reply.headers({
      etag,
      'cache-control': standsIn
        ? 'private, max-age=60'
        : drawn.hasPreview
          ? `private, max-age=${day}, immutable`
          : `private, max-age=${day / 24}`,
      'last-modified': new Date(version.uploadedAt).toUTCString(),
    })
    if (chosen === null) reply.header('vary', 'Accept')
    if (checkConditions(request.headers, { etag, modifiedAt: version.uploadedAt }) === 'not modified') {
      return reply.code(304).send()
    }
    reply.type(`image/${format}`).header('content-length', String(bytes.byteLength))
    return reply.send(request.method === 'HEAD' ? undefined : bytes)
  }

  const giveMetadata: Give = async ({ name, version }, { expires }, request, reply) => {
    const xml = await objectsFor(request).withFile(version.object, (path) => deps.media.metadataXml(path, name))
    asDownload(reply, `${name}.xml`, expires)
    return reply.type('application/xml; charset=utf-8').send(xml)
  }

  const givePlay: Give = async ({ name, version, drawn }, { assetId, expires }, request, reply) => {
    const objects = objectsFor(request)
    const library = await libraryOf(request, deps)
    const asked = { assetId: assetId as AssetId, versionId: version.id, file: drawn }
    const { key, size, contentType, extension, isOriginal } = await askForPlayable({ library, objects }, asked)
    asDownload(reply, withExtension(name, extension), expires, 'inline')
    return await sendObject(request, reply, {
      objects,
      key,
      size,
      contentType,
      etag: isOriginal ? `"${version.sha256}"` : `"${version.sha256}-play"`,
      modifiedAt: version.uploadedAt,
    })
  }

  const viewing = viewingGivers(deps)
  const toView =
    (kind: keyof typeof viewing): Give =>
    (served, { end }, request, reply) =>
      viewing[kind]({ objects: objectsFor(request), served, end, request, reply })

  const givers: Record<Exclude<AddressKind, EditName>, Give> = {
    original: giveOriginal,
    described: giveDescribed,
    preview: givePreview,
    trashed: givePreview,
    page: toView('page'),
    storyboard: toView('storyboard'),
    waveform: toView('waveform'),
    play: givePlay,
    metadata: giveMetadata,
    ...(Object.fromEntries(transcriptions.map((as) => [as, giveTranscription])) as Record<Transcription, Give>),
  }

  /** Files are other people's: saved, not shown; and shown in spite of that, they run nothing. */
  function asDownload(
    reply: FastifyReply,
    name: string,
    expires: string,
    disposition: 'attachment' | 'inline' = 'attachment',
  ): void {
    const seconds = Math.max(0, Math.floor(Number(expires) - deps.clock.now() / 1000))
    reply.headers({
      'content-disposition': contentDisposition(disposition, name),
      'cache-control': `private, max-age=${seconds}`,
      'content-security-policy':
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src 'self'",
      'x-content-type-options': 'nosniff',
    })
  }
}
