import { UploadSetting, UploadSettingQuery, UploadStatusList, UploadStatusQuery } from '@descant/contract'
import { Type } from 'typebox'
import type { AssetId } from '../../domain/asset/asset.ts'
import { Invalid } from '../../domain/domain-error.ts'
import { listUploads } from '../../domain/intake/list-uploads.ts'
import { takeInAnyway } from '../../domain/intake/take-in-anyway.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { originOf } from '../http/request-account.ts'
import { formTargetPath, formTargetRoute } from './form-target.ts'
import { presentUpload } from './present-upload.ts'
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
      const { account, user, portal } = callerOf(request)
      const by = { accountId: account.id, portalId: portal?.id ?? null, email: user.email }
      const form = signForm(deps, by, settings.maxUploadBytes)
      const { refer } = request.query
      return reply.header('cache-control', 'no-store').send({
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
      const { library, user, role } = callerOf(request)
      const hours = parseHours(request.query.hours)
      const by = role === 'admin' ? null : user.email
      const uploads = await listUploads({ uploads: library.read.uploads, clock }, { by, hours })
      return { found: uploads.length, results: uploads.map(presentUpload) }
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
