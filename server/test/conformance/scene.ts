import { readFile } from 'node:fs/promises'
import type { CreatedCollection } from '@descant/contract'
import sharp from 'sharp'
import { createCustomField } from '../../src/domain/custom-field/create-custom-field.ts'
import { createPortal } from '../../src/domain/portal/change-portal.ts'
import { createPreset } from '../../src/domain/preset/create-preset.ts'
import type { LibrarySettings } from '../../src/domain/setting/library-settings.ts'
import type { Role } from '../../src/domain/user/user.ts'
import { realMedia } from '../fixtures/real-media.ts'
import { type Dam, startDam } from '../harness/dam.ts'
import { someActivity, someGroup } from '../harness/made-up.ts'
import { type RegisteredApp, registerApp } from '../harness/oauth-steps.ts'
import type { Person } from '../harness/person.ts'
import { putAsset } from '../harness/put-asset.ts'

/** The library that the examples of the reference are asked of: it has everything they show. */
export type ConformanceScene = {
  dam: Dam
  people: Record<Role, Person>
  app: RegisteredApp
  /** What `{image}`, `{album}` … stand for. */
  named(name: string): string
  /** Anew for each case: `{n}` and `{fresh}`, an image nobody else changes. */
  begin(): Promise<void>
  next(): number
  limitSeats(seats: Partial<LibrarySettings>): Promise<void>
}

export async function conformanceScene(): Promise<ConformanceScene> {
  const dam = await startDam({ env: { DESCANT_RATE_LIMITS: 'on' } })
  const people = {
    admin: await dam.person('ada', { role: 'admin' }),
    contributor: await dam.person('mara'),
    consumer: await dam.person('ines', { role: 'consumer' }),
  }
  const names = new Map<string, string>([['nothing', 'v'.repeat(26)]])
  let count = 0

  await addFields(dam)
  await set(dam, { drm: true })
  for (const name of ['tiger', 'animal']) await people.contributor.post('/api/v1/keyword', { body: { name } })
  await addFoldersAndFiles(people.contributor, names)
  await addPresetAndPeople(dam, people, names)
  names.set('plain', (await putAsset(dam)).id)
  await addActivity(dam, names.get('plain') ?? '')

  return {
    dam,
    people,
    app: await registerApp(dam, people.admin),
    named(name) {
      const value = names.get(name)
      if (value === undefined) throw new Error(`The scene has no {${name}}`)
      return value
    },
    async begin() {
      count += 1
      names.set('n', String(count))
      names.set('fresh', (await putAsset(dam, { name: `fresh ${count}.jpg` })).id)
    },
    next: () => ++count,
    limitSeats: (seats) => set(dam, seats),
  }
}

const set = (dam: Dam, changed: Partial<LibrarySettings>): Promise<void> =>
  dam.library.transaction(async ({ settings }) => settings.write({ ...(await settings.read()), ...changed }))

/** The fields of #3's example and those of #34's. */
async function addFields(dam: Dam): Promise<void> {
  const fields: [name: string, type: string, choices?: string[]][] = [
    ['Product', 'TEXT'],
    ['License Expired Date', 'DATE'],
    ['License Used Number', 'NUMBER'],
    ['Number', 'NUMBER'],
    ['Text', 'TEXT'],
    ['Date', 'DATE'],
    ['SingleChoice', 'SINGLECHOICE', ['A', 'B']],
    ['MultChoice', 'MULTICHOICE', ['A', 'B', 'C']],
    ['Url', 'URL'],
    ['Label', 'LABEL'],
    ['Rating', 'RATING'],
  ]
  for (const [name, type, choices] of fields) {
    const field = { name, type, description: '', choices }
    await createCustomField({ ...dam.adapters, library: dam.library }, field)
  }
}

async function addFoldersAndFiles(mara: Person, names: Map<string, string>): Promise<void> {
  const make = async (path: string) => (await mara.post<CreatedCollection>(`/api/v1/${path}`)).body.id
  const above = await make('folder/dev')
  const folder = await make(`folder/${above}/book`)
  await make(`folder/${folder}/computer`)
  await make(`folder/${above}/movie`)
  const top = await make('album/topLevelAlbum')
  const album = await make(`album/${folder}/art`)
  names.set('folder', folder).set('album', album).set('top', top)

  const intoAlbum = { 'x-amz-meta-album_id': album, 'x-amz-meta-tag': 'sunset' }
  const image = await mara.has({ name: 'tiger.png', bytes: await png(1024, 768) }, intoAlbum)
  const picture = await mara.has({ name: 'another tiger.png', bytes: await png(1024, 700) }, intoAlbum)
  await mara.has(
    { name: 'tiger.png', bytes: await png(1024, 769) },
    { 'x-amz-meta-scheme': 'image', 'x-amz-meta-id': image },
  )
  const sound = await mara.has({ name: 'lena.wav', bytes: await readFile(realMedia.wav) })
  names.set('image', image).set('picture', picture).set('sound', sound)
  const [current, old] = (await mara.get<{ versionHistory: { versionId: string }[] }>(`/api/v1/image/${image}`)).body
    .versionHistory
  names.set('current version', current?.versionId ?? '').set('old version', old?.versionId ?? '')

  const properties = Object.entries({
    description: 'the description of the content',
    author: 'specified author',
    copyright: 'copyright',
    termsAndConditions: 'www.canto.com',
    approvalStatus: 'Approved',
    expirationDate: '2099-09-30',
    keyword: 'tiger,animal',
    Product: 'my product',
    'License Expired Date': '2015-04-01',
    'License Used Number': '135',
  }).map(([propertyId, propertyValue]) => ({ propertyId, propertyValue }))
  const { status, body } = await mara.put('/api/v1/batch/edit', {
    body: { contents: [{ id: image, scheme: 'image' }], properties },
  })
  if (status !== 200) throw new Error(`The scene could not be set: ${JSON.stringify(body)}`)
}

const png = async (width: number, height: number): Promise<Buffer> =>
  await sharp({ create: { width, height, channels: 3, background: '#e07b39' } })
    .withExif({ IFD0: { Software: 'Adobe Photoshop CS6' } })
    .png()
    .toBuffer()

async function addPresetAndPeople(dam: Dam, people: Record<Role, Person>, names: Map<string, string>): Promise<void> {
  const deps = { ...dam.adapters, library: dam.library }
  const preset = { name: 'test', description: 'small preview', height: 200, width: 200, keepAspectRatio: false }
  const { id } = await createPreset(deps, { ...preset, mainLibraryEnabled: true, portalEnabled: true })
  names.set('preset', id)

  const group = someGroup({ name: 'Reviewer' })
  await dam.library.transaction(async ({ groups }) => {
    await groups.insert(group)
    await groups.setMembers(group.id, [people.contributor.user.id])
  })
  for (const [name, kind] of [
    ['PortalSample', 'portal'],
    ['GreatOutdoorsGo', 'styleguide'],
  ] as const) {
    const contents = [names.get('folder') ?? '']
    await createPortal(deps, { name, kind, contents, users: [people.contributor.user.id], groups: [] })
  }
}

async function addActivity(dam: Dam, plain: string): Promise<void> {
  const kinds = ['uploaded', 'downloaded', 'previewed', 'shared'] as const
  await dam.library.transaction(({ activities }) =>
    activities.append(
      [...kinds, ...kinds].map((kind) =>
        someActivity({ assetId: plain as ReturnType<typeof someActivity>['assetId'], kind }),
      ),
    ),
  )
}
