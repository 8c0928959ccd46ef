import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Asset, AssetId } from '../../domain/asset/asset.ts'
import { NotAllowed } from '../../domain/domain-error.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { AddressSubject } from '../../domain/rendition/signed-address.ts'
import { openShare, sharedAsset } from '../../domain/sharing/open-share.ts'
import type { Share, ShareId } from '../../domain/sharing/share.ts'
import { hasTerms } from '../../domain/terms/terms-not-accepted.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import { accountOf, libraryOf } from '../http/request-account.ts'

export type FoundShare = { library: Library; share: Share }
export type FoundFile = FoundShare & { asset: Asset }
type Deps = Pick<ApiDeps, 'libraries' | 'clock'>

export async function foundShare(request: FastifyRequest, deps: Deps, id: string): Promise<FoundShare> {
  const library = await libraryOf(request, deps)
  return { library, share: await openShare({ ...deps, library }, id as ShareId) }
}

export async function foundFile(
  request: FastifyRequest,
  deps: Deps,
  { share, asset }: { share: string; asset: string },
): Promise<FoundFile> {
  const library = await libraryOf(request, deps)
  const asked = { shareId: share as ShareId, assetId: asset as AssetId }
  return { library, ...(await sharedAsset({ ...deps, library }, asked)) }
}

/** Addresses of it are good while the share is, and for what it gives. */
export const subjectOf = (request: FastifyRequest, { share, asset }: Pick<FoundFile, 'share' | 'asset'>) =>
  ({
    accountId: accountOf(request).id,
    assetId: asset.id,
    versionId: asset.current.id,
    fileName: asset.name,
    share: share.id,
  }) satisfies AddressSubject

/** The pages' buttons say so where it is needed. */
export async function mustAcceptTerms(
  { read }: Library,
  assets: readonly Asset[],
  terms: string | undefined,
): Promise<void> {
  const settings = await read.settings.read()
  const bound = assets.find((asset) => hasTerms(asset, settings))
  if (!bound || terms === 'accepted') return
  throw new NotAllowed(`Please read and accept the terms and conditions of ${bound.name} first.`)
}

export const isPicture = ({ scheme, current }: Asset): boolean => scheme === 'image' && current.hasPreview

export const onwards = (reply: FastifyReply, location: string): FastifyReply =>
  reply.header('cache-control', 'private, no-store').code(302).header('location', location).send()

/** How often one address may ask: pages and files, and what is worked out for it. */
export const often = { rateLimit: { method: '#share', perMinute: 600, guards: true } } as const
export const seldom = { rateLimit: { method: '#share-work', perMinute: 30, guards: true } } as const
