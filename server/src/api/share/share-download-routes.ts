import { Type } from 'typebox'
import { NotAllowed, NotFound } from '../../domain/domain-error.ts'
import type { Preset, PresetId } from '../../domain/preset/preset.ts'
import { openDescriptions } from '../../domain/rendition/describe-file.ts'
import { drawnFile } from '../../domain/rendition/drawn-file.ts'
import { type Edit, editName, extensionOf } from '../../domain/rendition/edit.ts'
import { openEdits } from '../../domain/rendition/open-edits.ts'
import { openTranscriptions } from '../../domain/rendition/open-transcriptions.ts'
import type { SignedAddresses } from '../../domain/rendition/signed-address.ts'
import { withExtension } from '../../domain/rendition/with-extension.ts'
import { deliveryOf } from '../../domain/sharing/delivery.ts'
import { assetsOf } from '../../domain/sharing/open-share.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { contentDisposition } from '../http/content-disposition.ts'
import { accountOf } from '../http/request-account.ts'
import {
  type FoundFile,
  foundFile,
  foundShare,
  isPicture,
  mustAcceptTerms,
  often,
  onwards,
  seldom,
  subjectOf,
} from './found-share.ts'
import { noteVisit } from './note-visit.ts'
import { parseCropForm } from './parse-crop-form.ts'
import { sharedZip } from './shared-zip.ts'

/** What a stranger may have drawn. */
const maxPixels = 40_000_000

const text = Type.Optional(Type.String())
const ofFile = { share: Type.String(), asset: Type.String() }
const terms = { terms: text }
const cropFields = {
  ...{ width: text, height: text, keep: text, dpi: text, type: text },
  ...{ cropWidth: text, cropHeight: text, top: text, left: text },
}

/** Links and forms of the pages. Originals and kept renditions come from addresses that end with the share. */
export function shareDownloadRoutes(scope: App, deps: ApiDeps & { addresses: SignedAddresses }): void {
  const { addresses } = deps
  const presetEdits = openEdits({ ...deps, maxPixels: deps.settings.maxPixels })
  const visitorsEdits = openEdits({ ...deps, maxPixels })
  const transcribe = openTranscriptions(deps)
  const describe = openDescriptions(deps)

  scope.get(
    '/s/:share/:asset/download',
    { config: often, schema: { params: Type.Object(ofFile), querystring: Type.Object(terms) } },
    async (request, reply) => {
      const file = await foundFile(request, deps, request.params)
      const delivery = deliveryOf(file.share, file.asset)
      if (delivery === null) throw new NotAllowed('This file may be looked at here, but not downloaded.')
      await mustAcceptTerms(file.library, [file.asset], request.query.terms)
      const subject = subjectOf(request, file)
      noteVisit(request, deps, { ...file, kind: 'downloaded' })
      if (delivery === 'converted') return onwards(reply, addresses.transcription(subject, 'LowJPG'))
      const { metadataInDownloads } = await file.library.read.settings.read()
      return onwards(reply, metadataInDownloads ? addresses.described(subject) : addresses.original(subject))
    },
  )

  scope.get(
    '/s/:share/:asset/preset/:preset',
    {
      config: seldom,
      schema: { params: Type.Object({ ...ofFile, preset: Type.String() }), querystring: Type.Object(terms) },
    },
    async (request, reply) => {
      const file = await foundFile(request, deps, request.params)
      const { library, share, asset } = file
      const preset = await library.read.presets.find(request.params.preset as PresetId)
      if (!share.allowsPresets || !preset?.mainLibraryEnabled || !isPicture(asset)) throw new NotFound('such size')
      await mustAcceptTerms(library, [asset], request.query.terms)
      const edit = editBy(preset, file)
      await presetEdits.make(deps.objectsOf(accountOf(request).id), drawnFile(asset, asset.current), edit)
      noteVisit(request, deps, { ...file, kind: 'downloaded', detail: preset.name })
      return onwards(reply, addresses.edit(subjectOf(request, file), edit))
    },
  )

  scope.get(
    '/s/:share/:asset/crop',
    {
      config: seldom,
      schema: { params: Type.Object(ofFile), querystring: Type.Object({ ...terms, ...cropFields }) },
    },
    async (request, reply) => {
      const file = await foundFile(request, deps, request.params)
      const { library, share, asset } = file
      if (!share.allowsCropAndResize || !isPicture(asset)) throw new NotFound('cropping in this share')
      await mustAcceptTerms(library, [asset], request.query.terms)
      const edit = parseCropForm(request.query, { asset, allowsOriginal: share.allowsOriginal })
      const objects = deps.objectsOf(accountOf(request).id)
      const { bytes, size } = await visitorsEdits.draw(objects, drawnFile(asset, asset.current), edit)
      noteVisit(request, deps, { ...file, kind: 'downloaded', detail: editName(edit) })
      const name = withExtension(asset.name, extensionOf(edit))
      return reply
        .headers(asDownload(name))
        .header('content-length', String(size))
        .type(`image/${edit.format}`)
        .send(bytes)
    },
  )

  scope.get(
    '/s/:share/files.zip',
    {
      exposeHeadRoute: false, // its length is not worth making it
      config: seldom,
      schema: { params: Type.Object({ share: Type.String() }), querystring: Type.Object(terms) },
    },
    async (request, reply) => {
      const { library, share } = await foundShare(request, deps, request.params.share)
      const all = await assetsOf({ ...deps, library }, share)
      const assets = all.filter((asset) => deliveryOf(share, asset) !== null)
      if (assets.length === 0) throw new NotFound('file to download in this share')
      await mustAcceptTerms(library, assets, request.query.terms)
      for (const asset of assets) {
        noteVisit(request, deps, { library, share, asset, kind: 'downloaded', detail: 'ZIP' })
      }
      const { name, id } = accountOf(request)
      const { metadataInDownloads } = await library.read.settings.read()
      const files = { objects: deps.objectsOf(id), library, share, assets, metadataInDownloads }
      const { bytes, length } = await sharedZip({ transcribe, describe }, files)
      if (length !== null) reply.header('content-length', String(length))
      return reply
        .headers(asDownload(`${name}, ${assets.length} files.zip`))
        .type('application/zip')
        .send(bytes)
    },
  )
}

/** As JPEG, unless the original may be had and is a PNG. */
function editBy({ width, height, keepAspectRatio }: Preset, { share, asset }: FoundFile): Edit {
  return {
    crop: null,
    size: { width, height, fit: keepAspectRatio ? 'inside' : 'exact' },
    dpi: null,
    format: share.allowsOriginal && asset.current.contentType === 'image/png' ? 'png' : 'jpeg',
  }
}

const asDownload = (fileName: string) => ({
  'cache-control': 'private, no-store',
  'content-disposition': contentDisposition('attachment', fileName),
})
