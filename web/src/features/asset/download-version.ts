import type { VersionEntry } from '@descant/contract'
import type { Dam } from '../../lib/dam.ts'

/**
 * Where a version's bytes can be fetched without a token. The published address needs one and answers with a
 * redirect; a link cannot send a token, so we follow the redirect without taking the bytes.
 */
export async function versionDownloadUrl(dam: Dam, { uri }: VersionEntry): Promise<string> {
  const { pathname, search } = new URL(uri.download)
  return dam.web.finalUrl(pathname + search)
}
