import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../domain/domain-error.ts'
import type { ObjectStore } from '../../domain/ports/object-store.ts'
import type { ServedVersion } from '../../domain/rendition/known-versions.ts'
import { storyboardPicture } from '../../domain/rendition/open-storyboards.ts'
import { viewingWith } from '../../domain/rendition/viewing.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import { pictureFormat } from '../http/picture-format.ts'
import { checkConditions } from './conditions.ts'
import { pageAt } from './page-at.ts'
import { sendObject } from './send-object.ts'

type Given = { objects: ObjectStore; served: ServedVersion; end: string; request: FastifyRequest; reply: FastifyReply }

const kept = 'private, max-age=86400, immutable'

/** Pages, frames of films and the loudness of sounds, for the web application's viewer. */
export function viewingGivers(deps: Pick<ApiDeps, 'media' | 'clock'>) {
  const { pages, storyboards, waveforms } = viewingWith(deps)

  return {
    async page({ objects, served: { version, drawn }, end, request, reply }: Given): Promise<FastifyReply> {
      const { page, size, format: chosen } = pageAt(end)
      const format = chosen ?? pictureFormat(request.headers.accept)
      const { bytes, name } = await pages.draw(objects, drawn, { page, size, format })
      const etag = `"${encodeURIComponent(name)}"`
      reply.headers({ etag, 'cache-control': kept, 'last-modified': new Date(version.uploadedAt).toUTCString() })
      if (chosen === null) reply.header('vary', 'Accept')
      if (checkConditions(request.headers, { etag, modifiedAt: version.uploadedAt }) === 'not modified') {
        return reply.code(304).send()
      }
      reply.type(`image/${format}`).header('content-length', String(bytes.byteLength))
      return reply.send(request.method === 'HEAD' ? undefined : bytes)
    },

    async storyboard({ objects, served: { version, drawn }, request, reply }: Given): Promise<FastifyReply> {
      const layout = await storyboards.get(objects, drawn)
      const key = storyboardPicture(drawn)
      const there = layout && (await objects.stat(key))
      if (!there) throw new NotFound('frames of this file')
      reply.header('cache-control', kept)
      return await sendObject(request, reply, {
        objects,
        key,
        size: there.size,
        contentType: 'image/jpeg',
        etag: `"${version.sha256}-storyboard"`,
        modifiedAt: version.uploadedAt,
      })
    },

    async waveform({ objects, served: { drawn }, reply }: Given): Promise<FastifyReply> {
      const waveform = await waveforms.get(objects, drawn)
      if (!waveform) throw new NotFound('sound in this file')
      return reply.header('cache-control', kept).send(waveform)
    },
  }
}
