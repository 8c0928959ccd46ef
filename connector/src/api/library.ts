import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { damImport } from '../library/folders.ts'
import { pictureType } from '../library/picture-type.ts'
import type { LibraryFile } from '../state/held-files.ts'
import { attachment } from './attachment.ts'
import type { ApiDeps } from './deps.ts'
import { FileDetails, FileList, FileQuery, FolderList } from './library-wire.ts'
import { presentEntry, presentFile } from './present-file.ts'
import { Refusal } from './refusal.ts'
import { signedIn } from './signed-in.ts'

const FileParams = Type.Object({ id: Type.String({ maxLength: 200 }) })
const unchanging = 'private, max-age=31536000, immutable'

export const libraryRoutes =
  (deps: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { stores, files } = deps

    /** A file in the library; what left it is not there any more. */
    const load = (id: string): LibraryFile => {
      const file = stores.held.find(id)
      if (!file || file.removedAt !== null) throw new Refusal(404, 'no-such-file', 'There is no such file.')
      return file
    }

    app.addHook('onRequest', async (request) => void signedIn(deps, request))

    app.get('/api/folders', { schema: { response: { 200: FolderList } } }, async () => ({
      results: [{ ...damImport, ...stores.held.count() }],
    }))

    app.get(
      `/api/folders/${damImport.id}/files`,
      { schema: { querystring: FileQuery, response: { 200: FileList } } },
      async ({ query: { search = '', sort = 'imported', start = 0, limit = 100 } }) => {
        const { found, bytes, results } = stores.held.list({ search, sort, start, limit })
        return { found, start, limit, bytes, results: results.map(presentEntry) }
      },
    )

    app.get('/api/files/:id', { schema: { params: FileParams, response: { 200: FileDetails } } }, async ({ params }) =>
      presentFile(load(params.id)),
    )

    app.get('/api/files/:id/original', { schema: { params: FileParams } }, async ({ params }, reply) => {
      const { file, displayName, sha256 } = load(params.id)
      return reply
        .headers({
          'content-disposition': attachment(displayName),
          etag: `"${sha256}"`,
          'cache-control': 'private, no-cache',
        })
        .type('application/octet-stream')
        .sendFile(file, files.root, { etag: false, lastModified: false, cacheControl: false, contentType: false })
    })

    app.get('/api/files/:id/thumbnail', { schema: { params: FileParams } }, async ({ params }, reply) => {
      const { thumbnail } = load(params.id)
      const bytes = thumbnail === null ? null : await files.read(thumbnail)
      const type = bytes && pictureType(bytes)
      if (!bytes || !type) throw new Refusal(404, 'no-thumbnail', 'There is no picture of this file.')
      return reply.header('cache-control', unchanging).type(type).send(Buffer.from(bytes))
    })
  }
