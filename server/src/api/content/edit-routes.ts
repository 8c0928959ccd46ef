import { RenameBody } from '@descant/contract'
import { Type } from 'typebox'
import type { AssetId } from '../../domain/asset/asset.ts'
import { renameAsset } from '../../domain/asset/rename-asset.ts'
import { type Scheme, schemes } from '../../domain/asset/scheme.ts'
import { tagAsset, untagAsset } from '../../domain/asset/tag-asset.ts'
import { attachKeyword, detachKeyword } from '../../domain/keyword/attach-keyword.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import type { ContentDeps } from '../http/content-deps.ts'
import { Nothing } from '../http/nothing.ts'
import type { RateLimit } from '../http/rate-limits.ts'
import { ignoreBodies, readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'

/** #12–#15 and #41: 200 and nothing else, also when it was so already. */
export function editRoutes(app: App, { clock, ...deps }: ContentDeps): void {
  const onRequest = [authenticate({ clock, ...deps }), requireRole('contributor')]
  const limited = (method: RateLimit['method']) => ({ rateLimit: { method, perMinute: 500 } })

  app.register(async (scope: App) => {
    ignoreBodies(scope)
    const tagged = {
      params: Type.Object({ id: Type.String(), tag: Type.String() }),
      response: { 200: Nothing, ...refusals },
    }
    const worded = {
      params: Type.Object({ id: Type.String(), keyword: Type.String() }),
      response: { 200: Nothing, ...refusals },
    }

    for (const scheme of schemes) {
      const tag = `/api/v1/${scheme}/:id/tag/:tag`
      scope.put(
        tag,
        {
          onRequest,
          config: limited('#12'),
          schema: { summary: 'Put a tag on an asset', tags: ['Keywords and tags'], ...tagged },
        },
        async (request, reply) => {
          const { library, role } = callerOf(request)
          await tagAsset({ library, clock }, { ...addressOf(scheme, request.params), role })
          return reply.send()
        },
      )
      scope.delete(
        tag,
        {
          onRequest,
          config: limited('#13'),
          schema: { summary: 'Take a tag from an asset', tags: ['Keywords and tags'], ...tagged },
        },
        async (request, reply) => {
          const { library, role } = callerOf(request)
          await untagAsset({ library, clock }, { ...addressOf(scheme, request.params), role })
          return reply.send()
        },
      )

      const keyword = `/api/v1/${scheme}/:id/keyword/:keyword`
      scope.put(
        keyword,
        {
          onRequest,
          config: limited('#14'),
          schema: { summary: 'Put a keyword on an asset', tags: ['Keywords and tags'], ...worded },
        },
        async (request, reply) => {
          const { library, role } = callerOf(request)
          await attachKeyword({ library, clock }, { ...addressOf(scheme, request.params), role })
          return reply.send()
        },
      )
      scope.delete(
        keyword,
        {
          onRequest,
          config: limited('#15'),
          schema: { summary: 'Take a keyword from an asset', tags: ['Keywords and tags'], ...worded },
        },
        async (request, reply) => {
          const { library, role } = callerOf(request)
          await detachKeyword({ library, clock }, { ...addressOf(scheme, request.params), role })
          return reply.send()
        },
      )
    }
  })

  app.register(async (scope: App) => {
    readBodies(scope)
    const schema = {
      summary: 'Rename an asset',
      tags: ['Content'],
      params: Type.Object({ id: Type.String() }),
      body: RenameBody,
      response: { 200: Nothing, ...refusals },
    }
    for (const scheme of schemes) {
      const path = `/api/v1/${scheme}/:id/rename`
      scope.put(path, { onRequest, config: limited('#41'), schema }, async (request, reply) => {
        const { library, role } = callerOf(request)
        await renameAsset({ library, clock }, { ...addressOf(scheme, request.params), role, name: request.body.name })
        return reply.send()
      })
    }
  })
}

const addressOf = <Params extends { id: string }>(scheme: Scheme, params: Params) => ({
  ...params,
  scheme,
  id: params.id as AssetId,
})
