/** The library that examples are about. A test makes it, and sends them. */
export const exampleLibrary = {
  scheme: 'image',
  contentId: 'ob3mim4rf13dn2kc56lv1eko2p',
  versionId: 'v1eko2pob3mim4rf13dn2kc56l',
  filmId: 'dn2kc56lv1eko2pob3mim4rf13',
  folderId: 'RJ1K0',
  albumId: 'SIR13',
  keyword: 'Print',
  tag: 'summer',
  userId: 'jim@acme.example',
  customFieldId: 'meta_choice_0',
} as const

/** What an `{id}` is of, by the segment before it. */
const byPlace: Record<string, string> = {
  folder: exampleLibrary.folderId,
  tree: exampleLibrary.folderId,
  album: exampleLibrary.albumId,
  user: exampleLibrary.userId,
  field: exampleLibrary.customFieldId,
}

const byName: Record<string, string> = {
  scheme: exampleLibrary.scheme,
  versionId: exampleLibrary.versionId,
  parent: exampleLibrary.folderId,
  tag: exampleLibrary.tag,
  keyword: exampleLibrary.keyword,
  name: 'Posters',
  size: '500',
}

/** What only films and sounds have. */
const ofFilm: Record<string, string> = { scheme: 'video', id: exampleLibrary.filmId }

/** What stands for a parameter of a path, where the route does not say. */
export function usualValueOf(name: string, path: string): string {
  const played = path.endsWith('/play') ? ofFilm[name] : undefined
  if (played !== undefined) return played
  const known = byName[name]
  if (known !== undefined) return known
  const [, before = ''] = new RegExp(`([^/]+)/\\{${name}\\}`).exec(path) ?? []
  return byPlace[before] ?? exampleLibrary.contentId
}
