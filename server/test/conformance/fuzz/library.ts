import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { RouteOptions } from 'fastify'
import type { Account } from '../../../src/domain/account/account.ts'
import type { CollectionId } from '../../../src/domain/collection/collection.ts'
import { createCustomField } from '../../../src/domain/custom-field/create-custom-field.ts'
import { createPortal } from '../../../src/domain/portal/change-portal.ts'
import type { Library } from '../../../src/domain/ports/library.ts'
import type { StoredOriginal } from '../../../src/domain/ports/object-store.ts'
import { createPreset } from '../../../src/domain/preset/create-preset.ts'
import { type Role, roles } from '../../../src/domain/user/user.ts'
import { realMedia } from '../../fixtures/real-media.ts'
import { type Dam, startDam } from '../../harness/dam.ts'
import { someCollection, someGroup, someUser } from '../../harness/made-up.ts'
import { registerApp } from '../../harness/oauth-steps.ts'
import type { Person } from '../../harness/person.ts'
import { tokenFor } from '../../harness/portal-scene.ts'
import { putAsset } from '../../harness/put-asset.ts'

/** Stands in everything of the other account, and nowhere else. */
export const foreignSecret = 'Zitronenfalter'
/** Stands in all content outside of the portal, in the same account; what fields and keywords there are is everybody's. */
export const outsideSecret = 'Wolkenkratzer'

export type FuzzedLibrary = {
  dam: Dam
  routes: RouteOptions[]
  /** Texts that lead somewhere, ours and others'; made anew where requests may have deleted them. */
  known(): readonly string[]
  /** What a parameter of this name, behind this segment of the path, is of. */
  fitting(name: string): string | undefined
  freshen(): Promise<void>
  /** Ids that are in no request, and may be in no answer. */
  foreignIds: string[]
  outsideIds: string[]
  /** Tokens by who holds them; somebody who was logged out comes back with a new one. */
  tokens(): Promise<{ name: string; token: string | null }[]>
  portalToken: string
}

export async function fuzzedLibrary(): Promise<FuzzedLibrary> {
  const routes: RouteOptions[] = []
  const dam = await startDam({ onRoute: (route) => void routes.push(route) })
  const stored = await dam.adapters
    .objectsOf(dam.account.id)
    .writeOriginal(Readable.from([await readFile(realMedia.starfish)]))
  const [ada, pia] = [await dam.person('ada', { role: 'admin' }), await dam.person('pia')]
  const shown = await addThings(dam, dam.library, 'shown', stored)
  const outside = await addThings(dam, dam.library, outsideSecret, stored)
  const neverSentOutside = await addThings(dam, dam.library, outsideSecret, stored)
  const deps = { ...dam.adapters, library: dam.library }
  const contents = [shown.folder]
  const portal = await createPortal(deps, { name: 'Press', kind: 'portal', contents, users: [pia.user.id], groups: [] })
  const portalToken = await tokenFor(dam, pia, await registerApp(dam, ada), portal.id)

  const other: Account = await dam.addAccount('other.example')
  const otherLibrary = await dam.adapters.libraries.of(other)
  const foreign = await addThings(dam, otherLibrary, foreignSecret, stored)
  const neverSent = await addThings(dam, otherLibrary, foreignSecret, stored)
  const olga = await dam.person('olga', { role: 'admin', of: other })

  let fresh: string[] = []
  let things: Things = shown
  let round = 0
  const library: FuzzedLibrary = {
    dam,
    routes,
    known: () => fresh,
    fitting: (name) => fittingOf(name, things),
    async freshen() {
      things = await addThings(dam, dam.library, `Thing ${++round}`, stored)
      const mine = Object.values(things)
      // three of ours for each that is not
      fresh = [...mine, ...mine, ...mine, portal.id, 'Press', ...Object.values(outside), ...Object.values(foreign)]
    },
    // numbers of fields begin anew in each account
    foreignIds: [...Object.values({ ...neverSent, field: olga.user.id })],
    outsideIds: (['image', 'version', 'folder', 'album'] as const).map((kind) => neverSentOutside[kind]),
    async tokens() {
      const people = await Promise.all(roles.map((role) => stillThere(dam, role)))
      const [admin, contributor] = people.map(({ user, token }) => ({ name: user.role, token }))
      return [
        ...(admin && contributor ? [admin, admin, contributor, contributor] : []),
        ...people.map(({ user, token }) => ({ name: user.role, token })),
        { name: 'of another account', token: olga.token },
        { name: 'nobody', token: null },
      ]
    },
    portalToken,
  }
  await library.freshen()
  return library
}

/** The person with this role; who was deleted or logged out has a successor. */
async function stillThere(dam: Dam, role: Role): Promise<Person> {
  for (let successor = 0; ; successor += 1) {
    const person = await dam.person(`${role}${successor}`, { role })
    if ((await person.get('/api/v1/user', { headers: { 'x-forwarded-host': 'localhost' } })).status === 200)
      return person
  }
}

type Things = Awaited<ReturnType<typeof addThings>>

/** `tree/id` of a path, `id` of a body. */
function fittingOf(name: string, things: Things): string | undefined {
  const [behind = '', last = name] = name.includes('/') ? name.split('/') : ['', name]
  const byPlace: Record<string, string> = {
    tree: things.folder,
    folder: things.folder,
    album: things.album,
    user: things.user,
    users: things.userId,
    field: things.field,
    groups: things.group,
    portals: things.portal,
    presets: things.preset,
  }
  const byName: Record<string, string> = {
    id: byPlace[behind] ?? things.image,
    scheme: 'image',
    versionId: things.version,
    parent: things.folder,
    size: '300',
    albumPath: things.album,
    preset: things.preset,
    resize: '20x20',
    crop: '5x5+1+1',
    type: 'png',
    propertyId: 'description',
    expirationDate: '2030-12-31',
    expires: '2030-12-31',
    displayExpireDate: '2030-12-31',
    role: 'consumer',
    roles: 'consumer',
    email: things.user,
    userId: things.user,
  }
  return byName[last]
}

/** One of each, with the word in all its texts. */
async function addThings(dam: Dam, library: Library, word: string, stored: StoredOriginal) {
  const deps = { ...dam.adapters, library }
  const suffix = dam.adapters.ids.newHex(3)
  const folder = someCollection({ kind: 'folder', name: `${word} folder ${suffix}`, description: word })
  const album = someCollection({ kind: 'album', parentId: folder.id, name: `${word} album ${suffix}` })
  const user = someUser({
    role: 'consumer',
    email: `user${suffix}@acme.example`,
    lastName: word,
    passwordHash: null,
  })
  const group = someGroup({ name: `${word} group ${suffix}` })
  await library.transaction(async ({ collections, users, groups }) => {
    await collections.insert(folder)
    await collections.insert(album)
    await users.insert(user)
    await groups.insert(group)
  })
  const shared = word === outsideSecret ? 'Shared' : word
  const named = { name: `${word} ${suffix}`, description: word }
  const field = await createCustomField(deps, {
    name: `${shared} ${suffix}`,
    description: shared,
    type: 'SINGLECHOICE',
    choices: [shared, 'B'],
  })
  const sizes = { width: 20, height: 20, keepAspectRatio: true, mainLibraryEnabled: true, portalEnabled: false }
  const preset = await createPreset(deps, { ...named, ...sizes })
  const portal = await createPortal(deps, {
    name: `${word} portal ${suffix}`,
    kind: 'portal',
    contents: [folder.id as CollectionId],
    users: [],
    groups: [],
  })
  const { key: object, size, sha256, md5 } = stored
  const image = await putAsset(dam, {
    in: library,
    name: `${word}.jpg`,
    description: word,
    author: word,
    tags: [`${word} tag`],
    keywords: [`${shared} keyword`],
    albumIds: [album.id],
    owner: user.email,
    ownerName: word,
    current: { object, size, sha256, md5, comment: word },
  })
  return {
    image: image.id,
    version: image.current.id,
    folder: folder.id,
    album: album.id,
    user: user.email,
    userId: user.id,
    group: group.id,
    field: field.id,
    preset: preset.id,
    portal: portal.id,
  }
}
