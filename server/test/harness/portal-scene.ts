import type { CreatedCollection } from '@descant/contract'
import { createPortal } from '../../src/domain/portal/change-portal.ts'
import type { Portal } from '../../src/domain/portal/portal.ts'
import type { Dam } from './dam.ts'
import { authorizePath, exchange, registerApp, signInAt } from './oauth-steps.ts'
import type { Person } from './person.ts'

/** A library with one portal: what is in it, what is not, and who is who. */
export type PortalScene = {
  portal: Portal
  /** Made everything. */
  mara: Person
  /** May enter the portal and nothing else, as a contributor. */
  ines: Person
  folder: CreatedCollection
  album: CreatedCollection
  otherFolder: CreatedCollection
  otherAlbum: CreatedCollection
  /** In the album, in both albums, in the other album, in none. */
  inside: string
  both: string
  outside: string
  loose: string
  /** Of an app that Ines let into the portal. */
  token: string
}

export const note = (name: string) => ({ name, bytes: Buffer.from(`Text of ${name}`) })

export async function portalScene(dam: Dam): Promise<PortalScene> {
  const [mara, ines] = [await dam.person('mara'), await dam.person('ines')]
  const ada = await dam.person('ada', { role: 'admin' })
  const make = async (path: string) => (await mara.post<CreatedCollection>(`/api/v1/${path}`)).body
  const above = await make('folder/Above')
  const folder = await make(`folder/${above.id}/Press`)
  const album = await make(`album/${folder.id}/Posters`)
  const otherFolder = await make('folder/Secret')
  const otherAlbum = await make(`album/${otherFolder.id}/Drafts`)

  const into = (id: string) => ({ 'x-amz-meta-album_id': id })
  const inside = await mara.has(note('inside.txt'), { ...into(album.id), 'x-amz-meta-tag': 'shown' })
  const both = await mara.has(note('both.txt'), into(album.id))
  const outside = await mara.has(note('outside.txt'), { ...into(otherAlbum.id), 'x-amz-meta-tag': 'hidden' })
  const loose = await mara.has(note('loose.txt'))
  await mara.post('/api/v1/batch/album', {
    body: { albumPath: otherAlbum.id, contents: [{ id: both, scheme: 'document' }] },
  })

  const { library, adapters } = dam
  await library.transaction(({ users }) => users.update({ ...ines.user, mayAccessMainLibrary: false }))
  const portal = await createPortal(
    { ...adapters, library },
    { name: 'Press & Co', kind: 'portal', contents: [folder.idPath], users: [ines.user.id], groups: [] },
  )
  const app = await registerApp(dam, ada)
  const token = await tokenFor(dam, ines, app, portal.id)
  return { portal, mara, ines, folder, album, otherFolder, otherAlbum, inside, both, outside, loose, token }
}

/** Through the consent page, with a part of the library chosen there. */
export async function tokenFor(
  dam: Dam,
  person: Person,
  app: Awaited<ReturnType<typeof registerApp>>,
  part: string,
): Promise<string> {
  const consent = await signInAt(dam, person, authorizePath(app))
  const choice = consent.document.querySelector<HTMLInputElement>(`input[name=library][value="${part}"]`)
  if (!choice) throw new Error(`The consent page does not offer ${part}`)
  choice.checked = true
  const back = await consent.press('Allow')
  const code = new URL(back.location ?? 'none:').searchParams.get('code') ?? 'no code'
  return (await exchange(dam, app, code)).body.accessToken
}
