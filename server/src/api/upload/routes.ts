import { UploadSetting, UploadSettingQuery, UploadStatusList, UploadStatusQuery } from '@descant/contract'
import { Type } from 'typebox'
import type { AssetId } from '../../domain/asset/asset.ts'
import { Invalid } from '../../domain/domain-error.ts'
import { openIncomingForm, senderOf } from '../../domain/intake/incoming-form.ts'
import { listUploads } from '../../domain/intake/list-uploads.ts'
import { lookForIncoming } from '../../domain/intake/look-for-incoming.ts'
import { takeInAnyway } from '../../domain/intake/take-in-anyway.ts'
import type { IncomingFile } from '../../domain/ports/incoming-files.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { originOf } from '../http/request-account.ts'
import { formTargetPath, formTargetRoute } from './form-target.ts'
import { presentIncoming, presentUpload } from './present-upload.ts'
import { signForm } from './upload-policy.ts'

export function uploadRoutes(app: App, deps: ApiDeps): void {
  const { clock, settings } = deps
  const mayUpload = [authenticate(deps), requireRole('contributor')]
  const mayDecide = [authenticate(deps), requireRole('admin'), requireWebApplication]

  app.get(
    '/api/v1/upload/setting',
    {
      onRequest: mayUpload,
      config: { rateLimit: { method: '#9', perMinute: 1000 } },
      schema: {
        summary: 'The form that takes a file',
        tags: ['Upload'],
        querystring: UploadSettingQuery,
        response: { 200: UploadSetting },
      },
    },
    async (request, reply) => {
      const { account, user, portal, library } = callerOf(request)
      const { refer, form: wanted } = request.query
      reply.header('cache-control', 'no-store')
      if (wanted !== 'server') {
        const incoming = { ...deps, library: library.part?.whole ?? library, objects: deps.objectsOf(account.id) }
        const asked = {
          by: user,
          portalId: portal?.id ?? null,
          refer: refer || null,
          maxBytes: settings.maxUploadBytes,
        }
        const direct = await openIncomingForm(incoming, asked)
        if (direct) return reply.send({ url: direct.url, ...(direct.fields as Omit<UploadSetting, 'url'>) })
      }
      const by = { accountId: account.id, portalId: portal?.id ?? null, email: user.email }
      const form = signForm(deps, by, settings.maxUploadBytes)
      return reply.send({
        url: `${originOf(request, deps)}${formTargetPath}`,
        ...form,
        'x-amz-meta-tag': '',
        'x-amz-meta-file_name': `$\{filename}`,
        'x-amz-meta-scheme': '',
        'x-amz-meta-id': '',
        'x-amz-meta-album_id': '',
        ...(refer ? { 'x-amz-meta-refer_id': refer } : {}),
      })
    },
  )

  app.get(
    '/api/v1/upload/status',
    {
      onRequest: authenticate(deps),
      config: { rateLimit: { method: '#11', perMinute: 500 } },
      schema: {
        summary: 'What became of recent uploads',
        tags: ['Upload'],
        querystring: UploadStatusQuery,
        response: { 200: UploadStatusList },
      },
    },
    async (request) => {
      const { account, library, user, role, portal } = callerOf(request)
      const hours = parseHours(request.query.hours)
      const whole = library.part?.whole ?? library
      // before the rows: what is taken over in between is in both, and not in neither
      const waiting = await lookForIncoming({ library: whole, objects: deps.objectsOf(account.id) })
      const by = role === 'admin' ? null : user.email
      const uploads = await listUploads({ uploads: library.read.uploads, clock }, { by, hours })
      const known = new Set(uploads.map(({ id }) => id))
      const isOwn = ({ name }: IncomingFile) => {
        const sender = senderOf(name)
        if (!sender || (portal && sender.portalId !== portal.id)) return false
        return role === 'admin' || sender.userId === user.id
      }
      const initial = waiting.filter((file) => !known.has(file.id) && isOwn(file))
      const results = [...initial.map(presentIncoming), ...uploads.map(presentUpload)]
      return { found: results.length, results }
    },
  )

  app.post(
    '/web/v1/uploads/:id/take-in',
    { onRequest: mayDecide, schema: { params: Type.Object({ id: Type.String() }) } },
    async (request, reply) => {
      await takeInAnyway({ library: callerOf(request).library, clock }, request.params.id as AssetId)
      return reply.code(204).send()
    },
  )

  formTargetRoute(app, deps)
}

function parseHours(text: string | undefined): number {
  if (text === undefined || text === '') return 1
  const hours = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (hours < 1 || hours > 24) throw new Invalid(`hours is ${text}; it should be a whole number from 1 to 24`)
  return hours
}
