import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Invalid, NotFound } from '../../domain/domain-error.ts'
import { signedAddresses } from '../../domain/rendition/signed-address.ts'
import { deliveryOf } from '../../domain/sharing/delivery.ts'
import { largestSharedPreview } from '../../domain/sharing/may-fetch.ts'
import { assetsOf } from '../../domain/sharing/open-share.ts'
import { hasTerms } from '../../domain/terms/terms-not-accepted.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { sendPage } from '../http/page.ts'
import { sendErrorPage } from '../http/send-error-page.ts'
import { filePage } from './file-page.ts'
import { type FoundFile, foundFile, foundShare, isPicture, often, subjectOf } from './found-share.ts'
import { noteVisit } from './note-visit.ts'
import { shareDownloadRoutes } from './share-download-routes.ts'
import { sharePage } from './share-page.ts'

const perPage = 60
const thumbnailSize = 480

/** `/s/{share}`: pages without scripts, for whoever has the link. Each request looks anew whether it is still good. */
export function sharePageRoutes(app: App, deps: ApiDeps): void {
  const addresses = signedAddresses(deps)
  const method = ['GET', 'HEAD']

  app.register(async (scope: App) => {
    scope.setErrorHandler(sendErrorPage(deps))
    shareDownloadRoutes(scope, { ...deps, addresses })

    scope.route({
      method,
      url: '/s/:share',
      config: often,
      schema: {
        params: Type.Object({ share: Type.String() }),
        querystring: Type.Object({ page: Type.Optional(Type.String()) }),
      },
      async handler(request, reply) {
        const { library, share } = await foundShare(request, deps, request.params.share)
        const assets = await assetsOf({ ...deps, library }, share)
        const [only] = assets
        if (!only) throw new NotFound('file in this share at present')
        if (assets.length === 1) return sendFile(request, reply, { library, share, asset: only }, false)

        const pages = Math.ceil(assets.length / perPage)
        const page = pageNumber(request.query.page, pages)
        const settings = await library.read.settings.read()
        const shown = sharePage({
          share,
          assets: assets.slice((page - 1) * perPage, page * perPage),
          total: assets.length,
          page,
          pages,
          hasTerms: (asset) => hasTerms(asset, settings),
          needsTerms: assets.some((asset) => hasTerms(asset, settings)),
          inZip: assets.filter((asset) => deliveryOf(share, asset) !== null).length,
          thumbnail: (asset) => addresses.preview(subjectOf(request, { share, asset }), thumbnailSize),
        })
        return sendPage(reply, deps.ids, shown)
      },
    })

    scope.route({
      method,
      url: '/s/:share/:asset',
      config: often,
      schema: { params: Type.Object({ share: Type.String(), asset: Type.String() }) },
      async handler(request, reply) {
        const file = await foundFile(request, deps, request.params)
        return sendFile(request, reply, file, file.share.assetIds.length > 1)
      },
    })
  })

  async function sendFile(
    request: FastifyRequest,
    reply: FastifyReply,
    file: FoundFile,
    isOneOfSeveral: boolean,
  ): Promise<FastifyReply> {
    const { library, share, asset } = file
    const presets = share.allowsPresets && isPicture(asset) ? await library.read.presets.all() : []
    const page = filePage({
      share,
      asset,
      isOneOfSeveral,
      hasTerms: hasTerms(asset, await library.read.settings.read()),
      presets: presets.filter(({ mainLibraryEnabled }) => mainLibraryEnabled),
      picture: addresses.preview(subjectOf(request, file), largestSharedPreview),
    })
    noteVisit(request, deps, { ...file, kind: 'previewed' })
    return sendPage(reply, deps.ids, page)
  }
}

function pageNumber(text: string | undefined, pages: number): number {
  const page = text === undefined || text === '' ? 1 : Number(text)
  if (!Number.isInteger(page) || page < 1 || page > pages) throw new Invalid(`There are ${pages} pages.`)
  return page
}
