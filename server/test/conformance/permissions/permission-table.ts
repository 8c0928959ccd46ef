/** Who asks. `outside`: the portal's user again, about something that is not in the portal. */
export const columns = ['admin', 'contributor', 'consumer', 'portal', 'outside', 'stranger', 'nobody'] as const
export type Column = (typeof columns)[number]

/** `no`: 403. `unknown`: 404, as if it were not there. `left out`: done for the rest. `401`: who are you? `–`: nothing to ask. */
export type Outcome = 'yes' | 'no' | 'unknown' | 'left out' | '401' | '–'

export type PermissionRow = {
  number: string
  /** As in /openapi.json. */
  method: string
  does: string
  /** Address and body of the request that shows it; `{…}` stand for things that are made anew for each. */
  ask: { path: string; body?: unknown }
  may: Record<Column, Outcome>
}

const unknownPeople = { stranger: '401', nobody: '401' } as const

/** Everybody with a good token; of no thing outside the portal. */
const everyone = { admin: 'yes', contributor: 'yes', consumer: 'yes', portal: 'yes', ...unknownPeople } as const
const editors = { ...everyone, consumer: 'no' } as const
const admins = { ...editors, contributor: 'no', portal: 'no' } as const
const onlyInLibrary = { ...editors, portal: 'no' } as const

const one = { outside: 'unknown' } as const
const many = { outside: 'left out' } as const
const nothingToAsk = { outside: '–' } as const

const row = (
  number: string,
  method: string,
  does: string,
  may: PermissionRow['may'],
  ask: Partial<PermissionRow['ask']> = {},
): PermissionRow => ({
  number,
  method,
  does,
  may,
  ask: {
    path: method
      .slice(method.indexOf(' ') + 1)
      .replace('{scheme}/{id}', 'image/{image}')
      .replace('{scheme}', 'image'),
    ...ask,
  },
})

const contents = [{ id: '{image}', scheme: 'image' }]
const inAlbum = { albumPath: '{album}', contents }
const details = { hideShareBy: true, allowDownloadOriginal: true, allowCropAndResize: true, allowPresets: true }
const link = {
  portalName: 'Link {n}',
  emailSubject: 'Files',
  emailBody: 'Please',
  isNeverExpired: true,
  recipients: [],
}
const folder = { path: '/api/v1/folder/{folder}' }
const album = { path: '/api/v1/album/{album}' }

/** Every method with who may use it: tested against the running server, and written into docs/permissions.md. */
export const permissionTable: PermissionRow[] = [
  row('#1', 'GET /api/v1', 'List all endpoints', { ...everyone, ...nothingToAsk }),
  row('#2', 'GET /api/v1/user', 'See who the token speaks for', { ...everyone, ...nothingToAsk }),
  row('#3', 'GET /api/v1/{scheme}/{id}', 'See an asset', { ...everyone, ...one }),
  ...(
    [
      ['', 'Download'],
      ['/{versionId}', 'Download a version'],
      ['/preview', 'See a preview'],
      ['/preview/{size}', 'See a preview of a size'],
      ['/{versionId}/preview', 'See a preview of a version'],
      ['/{versionId}/preview/{size}', 'See a preview of a version and size'],
      ['/metadata', 'Download the metadata'],
      ['/PNG', 'Download as PNG'],
      ['/HighJPG', 'Download as a large JPEG'],
      ['/LowJPG', 'Download as a small JPEG'],
    ] as const
  ).map(([path, does]) =>
    row(
      '#4',
      `GET /api_binary/v1/{scheme}/{id}${path}`,
      does,
      { ...everyone, ...one },
      {
        path: `/api_binary/v1/image/{image}${path.replace('{versionId}', '{version}').replace('{size}', '500')}`,
      },
    ),
  ),
  row(
    '#4',
    'GET /api_binary/v1/{scheme}/{id}/play',
    'Play a film or a sound',
    { ...everyone, ...one },
    { path: '/api_binary/v1/video/{film}/play' },
  ),
  row('#5', 'GET /api/v1/{scheme}', 'List a scheme', { ...everyone, ...nothingToAsk }),
  row('#5', 'GET /api/v1/allfile', 'List everything', { ...everyone, ...nothingToAsk }),
  row('#6', 'GET /api/v1/tree', 'See the tree', { ...everyone, ...nothingToAsk }),
  row(
    '#7',
    'GET /api/v1/tree/{id}',
    'See a part of the tree',
    { ...everyone, ...one },
    { path: '/api/v1/tree/{folder}' },
  ),
  row('#8', 'GET /api/v1/album/{id}', 'List an album', { ...everyone, ...one }, album),
  row('#9', 'GET /api/v1/upload/setting', 'Upload', { ...editors, ...nothingToAsk }),
  row('#11', 'GET /api/v1/upload/status', 'See what was uploaded', { ...everyone, ...nothingToAsk }),
  row(
    '#12',
    'PUT /api/v1/{scheme}/{id}/tag/{tag}',
    'Tag',
    { ...editors, ...one },
    { path: '/api/v1/image/{image}/tag/sun' },
  ),
  row(
    '#13',
    'DELETE /api/v1/{scheme}/{id}/tag/{tag}',
    'Take a tag away',
    { ...editors, ...one },
    { path: '/api/v1/image/{image}/tag/sun' },
  ),
  row(
    '#14',
    'PUT /api/v1/{scheme}/{id}/keyword/{keyword}',
    'Attach a keyword',
    { ...editors, ...one },
    { path: '/api/v1/image/{image}/keyword/Print' },
  ),
  row(
    '#15',
    'DELETE /api/v1/{scheme}/{id}/keyword/{keyword}',
    'Take a keyword away',
    { ...editors, ...one },
    { path: '/api/v1/image/{image}/keyword/Print' },
  ),
  row(
    '#16',
    'POST /api/v1/folder/{name}',
    'Make a folder at the top',
    { ...onlyInLibrary, ...nothingToAsk },
    { path: '/api/v1/folder/new {n}' },
  ),
  row(
    '#16',
    'POST /api/v1/folder/{parent}/{name}',
    'Make a folder',
    { ...editors, ...one },
    { path: '/api/v1/folder/{folder}/new {n}' },
  ),
  row(
    '#17',
    'POST /api/v1/album/{id}',
    'Make an album at the top',
    { ...onlyInLibrary, ...nothingToAsk },
    { path: '/api/v1/album/new {n}' },
  ),
  row(
    '#17',
    'POST /api/v1/album/{parent}/{name}',
    'Make an album',
    { ...editors, ...one },
    { path: '/api/v1/album/{folder}/new {n}' },
  ),
  row('#18', 'GET /api/v1/search', 'Search, filter', { ...everyone, ...nothingToAsk }),
  row('#21', 'POST /api/v1/batch/edit', 'See what several have in common', { ...editors, ...one }, { body: contents }),
  row(
    '#22',
    'PUT /api/v1/batch/edit',
    'Change several',
    { ...editors, ...one },
    {
      body: { contents, properties: [{ propertyId: 'description', propertyValue: 'Changed' }] },
    },
  ),
  row('#23', 'GET /api/v1/tenant/download/presets', 'List presets', { ...everyone, ...nothingToAsk }),
  row(
    '#24',
    'GET /api_binary/v1/advance/{scheme}/{id}/download',
    'Download cut out or resized',
    { ...everyone, ...one },
    {
      path: '/api_binary/v1/advance/image/{image}/download?resize=20x20',
    },
  ),
  row(
    '#24',
    'GET /api_binary/v1/advance/{scheme}/{id}/download/directuri',
    'The same, as an address',
    { ...everyone, ...one },
    {
      path: '/api_binary/v1/advance/image/{image}/download/directuri?resize=20x20',
    },
  ),
  row('#25', 'PUT /api/v1/share/batch', 'Share', { ...editors, ...one }, { body: { contents, shareDetail: details } }),
  row('#26', 'POST /api/v1/batch/album', 'Put into an album', { ...editors, ...one }, { body: inAlbum }),
  row('#27', 'DELETE /api/v1/batch/album', 'Take out of an album', { ...editors, ...one }, { body: inAlbum }),
  row('#28', 'POST /api/v1/uploadlink', 'Make an upload link', { ...onlyInLibrary, ...nothingToAsk }, { body: link }),
  row(
    '#29',
    'POST /api/v1/keyword',
    'Add to the vocabulary',
    { ...editors, ...nothingToAsk },
    { body: { name: 'Word {n}', description: '' } },
  ),
  ...['usagehistory', 'shareactivity', 'downloadactivity', 'viewactivity'].map((report, index) =>
    row(`#${30 + index}`, `GET /api/v1/${report}/{scheme}/{id}`, `Read the report ${report}`, { ...editors, ...one }),
  ),
  row('#34', 'GET /api/v1/custom/field', 'List custom fields', { ...everyone, ...nothingToAsk }),
  row(
    '#35',
    'POST /api/v1/user',
    'Invite',
    { ...admins, ...nothingToAsk },
    {
      body: { userId: 'new{n}@acme.example', firstName: 'New', lastName: 'One', roles: ['consumer'] },
    },
  ),
  row(
    '#36',
    'DELETE /api/v1/user/{id}',
    'Delete a user',
    { ...admins, ...nothingToAsk },
    { path: '/api/v1/user/{user}' },
  ),
  row('#37', 'GET /api/v1/users', 'List users', { ...onlyInLibrary, ...nothingToAsk }),
  row('#38', 'GET /api_binary/v1/{scheme}/{id}/previewURI', 'Get a preview’s address', { ...everyone, ...one }),
  row(
    '#38',
    'GET /api_binary/v1/{scheme}/{id}/previewURI/{size}',
    'The same, of a size',
    { ...everyone, ...one },
    {
      path: '/api_binary/v1/image/{image}/previewURI/500',
    },
  ),
  row('#39', 'GET /api_binary/v1/{scheme}/{id}/directuri', 'Get the original’s address', { ...everyone, ...one }),
  row(
    '#40',
    'POST /api_binary/v1/batch/directuri',
    'Get several addresses',
    { ...everyone, ...many },
    { body: contents },
  ),
  row('#41', 'PUT /api/v1/{scheme}/{id}/rename', 'Rename', { ...editors, ...one }, { body: { name: 'Renamed.jpg' } }),
  row(
    '#42',
    'POST /api/v1/custom/field',
    'Make a custom field',
    { ...admins, ...nothingToAsk },
    {
      body: { name: 'Field {n}', description: '', type: 'TEXT' },
    },
  ),
  row(
    '#43',
    'PUT /api/v1/custom/field',
    'Change a custom field',
    { ...admins, ...nothingToAsk },
    {
      body: { id: '{field}', name: 'Other {n}', description: '' },
    },
  ),
  row(
    '#43a',
    'DELETE /api/v1/custom/field/{id}',
    'Delete a custom field',
    { ...admins, ...nothingToAsk },
    {
      path: '/api/v1/custom/field/{field}',
    },
  ),
  row('#44', 'GET /api/v1/folder/{name}', 'Search under a folder', { ...everyone, ...one }, folder),
  row(
    '–',
    'GET /api/v1/info/folder/{id}',
    'See a folder',
    { ...everyone, ...one },
    { path: '/api/v1/info/folder/{folder}' },
  ),
  row(
    '–',
    'GET /api/v1/info/album/{id}',
    'See an album',
    { ...everyone, ...one },
    { path: '/api/v1/info/album/{album}' },
  ),
  row('–', 'GET /api/v1/changes', 'Follow what changes', { ...everyone, ...nothingToAsk }),
  row('–', 'POST /api/v1/batch/content', 'See several assets', { ...everyone, ...many }, { body: contents }),
  row('–', 'DELETE /api/v1/batch/content', 'Delete assets', { ...editors, ...many }, { body: contents }),
  row(
    '–',
    'DELETE /api/v1/batch/folder',
    'Delete folders and albums',
    { ...editors, ...many },
    { body: [{ id: '{spare}', scheme: 'album' }] },
  ),
  row(
    '–',
    'POST /api/v1/version/comment',
    'Comment on a version',
    { ...editors, ...one },
    {
      body: { id: '{image}', scheme: 'image', comment: 'Better' },
    },
  ),
]
