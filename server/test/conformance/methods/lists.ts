import type { DocumentedMethod } from '../documented-method.ts'

const entry = {
  scheme: 'image',
  id: 'abcdefghijklmnopqrstuvwxyz',
  name: 'sample.jpg',
  size: '123',
  owner: 'cantodev@canto.com',
  ownerName: 'Canto Developer',
  time: '20150422070212000',
  description: 'here is the description',
  url: {
    detail: 'https://obj.canto.com/smartalbum/image?column=image&id=abcdefghijklmnopqrstuvwxyz',
    preview: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/preview',
    PNG: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/PNG',
    HighJPG: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/HighJPG',
    download: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz',
    LowJPG: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/LowJPG',
    metadata: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/metadata',
  },
}
const list = {
  found: 2902,
  limit: 100,
  start: 2900,
  sortBy: 'name',
  sortDirection: 'ascending',
  results: [entry, { ...entry, id: 'ghijklmnopqrstuvwxyzabcdef', name: 'another.jpg' }],
}
const search = {
  ...list,
  sortDirection: 'descending',
  facets: [
    { name: 'approval', value: ['Approved', 'Pending', 'Restricted'] },
    { name: 'scheme', value: ['image', 'video'] },
    { name: 'created', max: 1452021772, min: 1445901667 },
    { name: 'dimension', max: 2448, min: 202 },
    { name: 'duration', max: 10, min: 10 },
    { name: 'keywords', value: ['doristest', 'Unkeyworded'] },
    { name: 'orientation', value: ['Portrait', 'Landscape'] },
    { name: 'owner', value: ['dzuo@canto.com'] },
    { name: 'pageNumber' },
    { name: 'resolution', max: 72, min: 1 },
    { name: 'fileSize', max: 4294967293, min: 4 },
    { name: 'storageClass', value: ['standard'] },
    { name: 'tags', value: ['doris', 'test', 'baby', 'tree', 'Untagged'] },
  ],
}
const asList = { json: list }
const asSearch = { json: search, pairedBy: { in: 'facets', by: 'name' } }
/** The example of an album: one entry has no description. */
const inAlbum = { ...list, found: 20, limit: 2, start: 10 }

const filters = [
  'keyword=tiger',
  'scheme=image|video|audio',
  'keywords=home|office',
  'keywords=business%2Boffice',
  'tags=sunset|dawn',
  'tags=sunset+beach',
  'storageClass=standard|freeze',
  'owner=midiclear@163.com|hello@canto.com',
  'fileSize=95073..26893954',
  'created=1444662143..1452182400',
  'approval=approved|pending',
  'approval=Expired',
  'dimension=77..3840',
  'resolution=5..350',
  'orientation=landscape|portrait',
  'duration=9..1205',
  'pageNumber=6..482',
  'meta_text_0=my%20product',
  'meta_num_0=1..200',
  'meta_multichoice_0=A%7CB',
  'meta_multichoice_0=A%2BB',
  'createdTime=1571042449..1571301649',
  'lastModified=1571042449..1571301649',
  'uploadedTime=1571042449..1571301649',
]

export const listMethods: DocumentedMethod[] = [
  {
    number: '#5',
    name: 'List the content of specified scheme',
    perMinute: 200,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/image?sortBy=name&sortDirection=ascending&limit=2&start=0',
        status: 200,
        answer: asList,
      },
      {
        says: 'a scheme in another case ("case sensitive")',
        ask: 'GET /api/v1/Image',
        status: 404,
      },
      ...['Name', 'Time', 'Scheme', 'Owner', 'Size'].map((sortBy) => ({
        says: `sortBy ${sortBy}`,
        ask: `GET /api/v1/image?sortBy=${sortBy}`,
        status: 200,
        answer: asList,
      })),
    ],
  },
  {
    number: '#8',
    name: 'List content of a specified album',
    perMinute: 200,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/album/{album}?sortBy=name&sortDirection=ascending&limit=2&start=0',
        status: 200,
        answer: { json: inAlbum },
      },
      { says: 'an arbitrary album id', ask: 'GET /api/v1/album/ZZZZZ', status: 404 },
    ],
  },
  {
    number: '#18',
    name: 'Global search',
    perMinute: 200,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/search?sortBy=name&sortDirection=descending&limit=100&start=0&keyword=*',
        status: 200,
        answer: asSearch,
        differs: ['PNG', 'HighJPG', 'LowJPG'].map((url) => ({
          at: `results.*.url.${url}`,
          ours: 'absent',
          because: 'among the results is a sound; "for image content, there are extra 3 urls" (#4)',
        })),
      },
      {
        says: 'the sample',
        ask: 'GET /api/v1/search?sortBy=name&sortDirection=ascending&limit=100&start=0&keyword=tiger',
        status: 200,
        answer: asList,
      },
    ],
  },
  {
    number: '#19',
    name: 'Filter',
    perMinute: 200,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/search?sortBy=name&sortDirection=ascending&keyword=tiger&tags=sunset|1227&dimension=77..3840',
        status: 200,
        answer: asList,
      },
      {
        says: 'the sample',
        ask: 'GET /api/v1/search?sortBy=name&sortDirection=ascending&limit=100&start=0&keyword=tiger&tags=sunset|1227&storageClass=freeze&pageNumber=6..482',
        status: 200,
      },
      ...filters.map((filter) => ({ says: filter, ask: `GET /api/v1/search?${filter}`, status: 200 })),
      {
        says: 'Expired with another ("cannot use")',
        ask: 'GET /api/v1/search?approval=Expired|pending',
        status: 400,
      },
    ],
  },
  {
    number: '#20',
    name: 'Advanced Search',
    perMinute: 200,
    cases: [
      {
        says: 'the sample',
        ask: 'GET /api/v1/search?sortBy=name&sortDirection=ascending&limit=100&start=0&keyword=tiger&searchInField=filename&searchInField=tags&operator=or',
        status: 200,
        answer: asList,
      },
      {
        says: 'another field name ("will ignore it")',
        ask: 'GET /api/v1/search?keyword=tiger&searchInField=filename&searchInField=shoesize',
        status: 200,
        answer: asList,
      },
    ],
  },
  {
    number: '#44',
    name: 'Search under a folder',
    perMinute: 500,
    cases: [
      {
        says: 'the format of #18',
        ask: 'GET /api/v1/folder/{folder}?scheme=image',
        status: 200,
        answer: {
          json: { ...search, facets: search.facets.filter(({ name }) => name !== 'duration') },
          pairedBy: { in: 'facets', by: 'name' },
        },
      },
      {
        says: 'the sample',
        ask: 'GET /api/v1/folder/{folder}?sortBy=name&sortDirection=ascending&limit=2&start=10&scheme=image&lastModified=1571109473..1571368673',
        status: 200,
      },
      { says: 'an arbitrary folder id', ask: 'GET /api/v1/folder/ZZZZZ', status: 404 },
    ],
  },
]
