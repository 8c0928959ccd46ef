import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { AssetId } from '../../../src/domain/asset/asset.ts'
import type { CollectionId } from '../../../src/domain/collection/collection.ts'
import { createCustomField } from '../../../src/domain/custom-field/create-custom-field.ts'
import { createPortal } from '../../../src/domain/portal/change-portal.ts'
import type { StoredOriginal } from '../../../src/domain/ports/object-store.ts'
import { realMedia } from '../../fixtures/real-media.ts'
import { type Dam, startDam } from '../../harness/dam.ts'
import { type Answer, ask } from '../../harness/http-client.ts'
import { someCollection, someUser } from '../../harness/made-up.ts'
import { registerApp } from '../../harness/oauth-steps.ts'
import { tokenFor } from '../../harness/portal-scene.ts'
import { putAsset } from '../../harness/put-asset.ts'
import type { Column, Outcome, PermissionRow } from './permission-table.ts'

export type PermissionScene = { dam: Dam; outcomeOf(row: PermissionRow, column: Column): Promise<Outcome | string> }

/** Two accounts on one server; in the first a portal, of which one person sees nothing else. */
export async function permissionScene(): Promise<PermissionScene> {
  const dam = await startDam()
  const [ada, mara, ines] = [
    await dam.person('ada', { role: 'admin' }),
    await dam.person('mara'),
    await dam.person('ines', { role: 'consumer' }),
  ]
  const pia = await dam.person('pia')
  const [folder, outerFolder] = [await addCollection(dam, 'folder', null), await addCollection(dam, 'folder', null)]
  const [album, outerAlbum] = [
    await addCollection(dam, 'album', folder),
    await addCollection(dam, 'album', outerFolder),
  ]
  const deps = { ...dam.adapters, library: dam.library }
  const portal = await createPortal(deps, {
    name: 'Press',
    kind: 'portal',
    contents: [folder],
    users: [pia.user.id],
    groups: [],
  })
  const portalToken = await tokenFor(dam, pia, await registerApp(dam, ada), portal.id)
  await ada.post('/api/v1/keyword', { body: { name: 'Print', description: '' } })
  // until now there was one account, which answers on every host
  const other = await dam.addAccount('other.example')
  const stranger = await dam.person('olga', { role: 'admin', of: other })
  const tokens: Record<Column, string | null> = {
    admin: ada.token,
    contributor: mara.token,
    consumer: ines.token,
    portal: portalToken,
    outside: portalToken,
    stranger: stranger.token,
    nobody: null,
  }
  const stored = await dam.adapters
    .objectsOf(dam.account.id)
    .writeOriginal(Readable.from([await readFile(realMedia.starfish)]))

  return {
    dam,
    async outcomeOf(row, column) {
      if (row.may[column] === '–') return '–'
      const isOutside = column === 'outside'
      const things = await makeThings(dam, isOutside ? outerFolder : folder, isOutside ? outerAlbum : album, stored)
      const [verb = ''] = row.method.split(' ')
      const token = tokens[column]
      const answer = await ask(verb, new URL(fill(row.ask.path, things), dam.origin).href, {
        headers: { 'x-forwarded-host': 'localhost', ...(token !== null && { authorization: `Bearer ${token}` }) },
        ...(row.ask.body !== undefined && { body: JSON.parse(fill(JSON.stringify(row.ask.body), things)) as unknown }),
      })
      return wordFor(answer, isOutside)
    },
  }
}

async function addCollection(dam: Dam, kind: 'folder' | 'album', parentId: CollectionId | null): Promise<CollectionId> {
  const collection = someCollection({ kind, parentId })
  await dam.library.transaction(({ collections }) => collections.insert(collection))
  return collection.id
}

/** An asset, a user and a field nobody else uses, in or outside of the portal. */
async function makeThings(dam: Dam, folder: CollectionId, album: CollectionId, stored: StoredOriginal) {
  const { key: object, size, sha256, md5 } = stored
  const image = await putAsset(dam, { albumIds: [album], current: { object, size, sha256, md5 } })
  const film = await putAsset(dam, { scheme: 'video', albumIds: [album], current: { contentType: 'video/mp4' } })
  const user = someUser({ role: 'consumer' })
  await dam.library.transaction(({ users }) => users.insert(user))
  const name = `Field of ${image.id}`
  const fields = { name, description: '', type: 'TEXT', choices: undefined }
  const field = await createCustomField({ ...dam.adapters, library: dam.library }, fields)
  return {
    image: image.id satisfies AssetId,
    version: image.current.id,
    film: film.id,
    folder,
    album,
    spare: await addCollection(dam, 'album', folder),
    user: user.email,
    field: field.id,
    n: image.id,
  }
}

const fill = (text: string, things: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => things[name] ?? whole)

function wordFor({ status, body }: Answer, isOutside: boolean): Outcome | string {
  if (status === 401) return '401'
  if (status === 403) return 'no'
  if (status === 404) return 'unknown'
  if (status >= 400) return `${status} ${JSON.stringify(body)}`
  return isOutside && !tellsOf(body) ? 'left out' : 'yes'
}

/** What a batch was done with: addresses, details, everything that did not fail. */
function tellsOf(body: unknown): boolean {
  const { docResult, deleteFail } = (body ?? {}) as { docResult?: unknown[]; deleteFail?: unknown[] }
  if (docResult) return docResult.length > 0
  if (deleteFail) return deleteFail.length === 0
  return !Array.isArray(body) || body.some((each) => (each as { reason?: string }).reason === undefined)
}
