import type { Contents, ContentsBody } from '@descant/contract'
import type { AssetId } from '../../domain/asset/asset.ts'
import { Invalid } from '../../domain/domain-error.ts'
import { referencesIn } from '../http/references-in.ts'

const most = 1000

export type Reference = { id: AssetId; scheme: string }

/** What a batch is about, each once, however it was written: an array, or an object keyed by id. */
export function parseContents(contents: Contents): Reference[] {
  const references = referencesIn(contents)
  if (references.length > most) throw new Invalid(`contents: at most ${most} at once`)
  const byId = new Map(references.map(({ id, scheme }) => [id, { id: id as AssetId, scheme }]))
  return [...byId.values()]
}

/** The same where the body is nothing else. */
export function parseContentsBody(body: ContentsBody): Reference[] {
  const isWrapped = (value: ContentsBody): value is { contents: Contents } =>
    !Array.isArray(value) && 'contents' in value && typeof (value.contents as { scheme?: unknown }).scheme !== 'string'
  return parseContents(isWrapped(body) ? body.contents : body)
}
