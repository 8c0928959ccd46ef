import type { Difference, DocumentedMethod } from '../documented-method.ts'

const node = {
  scheme: 'folder',
  id: 'OH4MP',
  name: 'computer',
  idPath: 'U6H66/H87HD/OH4MP',
  namePath: 'dev/book/computer',
  url: { detail: 'https://obj.canto.com/folder/OH4MP' },
  size: '3',
  owner: 'cantodev@canto.com',
  created: '20150422092542069',
  time: '20150422092542069',
}
const album = { ...node, scheme: 'album', id: 'SIR13', name: 'art', size: '2' }
const { size: _size, created: _created, ...above } = node

const made = {
  scheme: 'folder',
  id: 'J3V5N',
  name: 'newFolderName',
  url: { detail: 'https://hta.dev.canto.com/folder/J3V5N' },
  time: '20151210154909104',
  namePath: 'parentFolderName/newFolderName',
  idPath: 'SRRP7/J3V5N',
}

const theWord: Difference[] = [
  { at: 'sortDirection', ours: 'string', because: "the example's boolean breaks typed clients (§5)" },
]

/** #16 and #17 differ in a word. */
const creating = (kind: 'folder' | 'album', number: string): DocumentedMethod => ({
  number,
  name: `Create ${kind}`,
  perMinute: 500,
  cases: [
    {
      says: 'the example, under a folder',
      ask: `POST /api/v1/${kind}/{folder}/new ${kind} {n}?Description=of%20it`,
      status: 200,
      answer: { json: { ...made, scheme: kind } },
    },
    {
      says: 'in the library',
      ask: `POST /api/v1/${kind}/new ${kind} {n}`,
      status: 200,
      answer: { json: { ...made, scheme: kind } },
    },
    {
      says: `an arbitrary folder id`,
      ask: `POST /api/v1/${kind}/ZZZZZ/new ${kind}`,
      status: 404,
    },
    {
      says: 'a name that is there already',
      after: [`POST /api/v1/${kind}/{folder}/twice ${kind} {n}`],
      ask: `POST /api/v1/${kind}/{folder}/twice ${kind} {n}`,
      status: 400,
    },
    { says: 'a name of 81 characters', ask: `POST /api/v1/${kind}/{folder}/${'x'.repeat(81)}`, status: 400 },
    ...['%5C', '%2F', '%3A', '*', '%3F', '%22', '%3C', '%3E', '%7C'].map((character) => ({
      says: `a name with ${decodeURIComponent(character)}`,
      ask: `POST /api/v1/${kind}/{folder}/a${character}b`,
      status: 400,
    })),
    {
      says: 'a description of 401 characters',
      ask: `POST /api/v1/${kind}/{folder}/long ${kind} {n}?Description=${'x'.repeat(401)}`,
      status: 400,
    },
  ],
})

export const treeMethods: DocumentedMethod[] = [
  {
    number: '#6',
    name: 'Get full library tree view',
    perMinute: 300,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/tree?sortBy=name&sortDirection=ascending',
        status: 200,
        answer: {
          json: {
            orderBy: 'name',
            sortDirection: false,
            results: [
              { ...album, description: 'top level album' },
              { ...above, children: [above, { ...above, children: [node, album] }] },
            ],
          },
        },
        differs: theWord,
      },
      { says: 'two layers', ask: 'GET /api/v1/tree?layer=2', status: 200 },
      { says: 'no limit of layers', ask: 'GET /api/v1/tree?layer=-1', status: 200 },
    ],
  },
  {
    number: '#7',
    name: 'Get sub tree view',
    perMinute: 300,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/tree/{folder}?sortBy=name&sortDirection=ascending',
        status: 200,
        answer: { json: { orderBy: 'name', sortDirection: false, results: [node, album] } },
        differs: theWord,
      },
      { says: 'an arbitrary folder id', ask: 'GET /api/v1/tree/ZZZZZ', status: 404 },
      { says: 'an album\'s id ("don\'t specify album id")', ask: 'GET /api/v1/tree/{album}', status: 404 },
    ],
  },
  creating('folder', '#16'),
  creating('album', '#17'),
]
