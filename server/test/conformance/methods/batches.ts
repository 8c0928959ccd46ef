import type { DocumentedMethod } from '../documented-method.ts'

const contents = [{ id: '{fresh}', displayName: 'eclipse_update_120.jpg', scheme: 'image' }]
const unknown = [{ id: '{nothing}', displayName: 'eclipse_update_121.jpg', scheme: 'image' }]
const putIn = { to: 'POST /api/v1/batch/album', body: { albumPath: '{album}', contents } }

/** #26 and #27 differ in the verb. */
const albumBatch = (number: string, name: string, verb: 'POST' | 'DELETE'): DocumentedMethod => ({
  number,
  name,
  perMinute: 200,
  cases: [
    {
      says: 'the sample',
      after: verb === 'DELETE' ? [putIn] : [],
      ask: { to: `${verb} /api/v1/batch/album`, body: { albumPath: '{album}', contents } },
      status: 200,
      answer: { exactly: [] },
    },
    {
      says: 'contents keyed by id, as some clients send them',
      after: verb === 'DELETE' ? [putIn] : [],
      ask: {
        to: `${verb} /api/v1/batch/album`,
        body: { albumPath: '{album}', contents: { '{fresh}': { scheme: 'image' } } },
      },
      status: 200,
      answer: { exactly: [] },
    },
    {
      says: 'with something that fails',
      after: verb === 'DELETE' ? [putIn] : [],
      ask: { to: `${verb} /api/v1/batch/album`, body: { albumPath: '{album}', contents: [...contents, ...unknown] } },
      status: 200,
      answer: {
        json: [{ id: 'ackjs3q20p5vhflb21v7f56n5h', displayName: 'eclipse_update_121.jpg', reason: 'exceptionKey' }],
      },
    },
    {
      says: 'an arbitrary album',
      ask: { to: `${verb} /api/v1/batch/album`, body: { albumPath: 'ZZZZZ', contents } },
      status: 404,
    },
  ],
})

const edit = (propertyId: string, propertyValue: string, action?: string) => ({
  propertyId,
  propertyValue,
  ...(action !== undefined && { action }),
})

export const batchMethods: DocumentedMethod[] = [
  {
    number: '#21',
    name: 'Batch Edit Content Get',
    perMinute: 500,
    cases: [
      {
        says: 'the example',
        ask: { to: 'POST /api/v1/batch/edit', body: [{ id: '{image}', scheme: 'image' }] },
        status: 200,
        answer: {
          json: {
            availableKeywords: ['ASKW_1', 'Animal', 'AveryKey', 'HectorKeyword'],
            approvalStatus: ['Approved'],
            expirationDate: ['2016-05-29'],
            tag: ['ASKW_1'],
            keyword: ['ASKW_1'],
            description: ['000'],
          },
        },
      },
      {
        says: 'null where values differ',
        ask: {
          to: 'POST /api/v1/batch/edit',
          body: [
            { id: '{image}', scheme: 'image' },
            { id: '{sound}', scheme: 'audio' },
          ],
        },
        status: 200,
        answer: {
          json: { availableKeywords: ['ASKW_1'], expirationDate: null, tag: null, keyword: null, description: null },
        },
      },
    ],
  },
  {
    number: '#22',
    name: 'Batch Edit Content Apply',
    perMinute: 200,
    cases: [
      {
        says: 'the sample',
        ask: {
          to: 'PUT /api/v1/batch/edit',
          body: {
            contents: [{ id: '{fresh}', scheme: 'image' }],
            properties: [
              edit('description', '909090', 'append'),
              edit('approvalStatus', 'Approved'),
              edit('expirationDate', '2020-01-01'),
              edit('keyword', 'tiger', 'add'),
              edit('keyword', 'animal', 'remove'),
              edit('tag', 'ASKW_1', 'add'),
            ],
          },
        },
        status: 200,
        answer: { text: /^success$/ },
      },
      {
        says: 'empty strings as value and action ("permit an empty string")',
        ask: {
          to: 'PUT /api/v1/batch/edit',
          body: { contents: [{ id: '{fresh}', scheme: 'image' }], properties: [edit('description', '', '')] },
        },
        status: 200,
        answer: { text: /^success$/ },
      },
    ],
  },
  albumBatch('#26', 'Assign Content to Album', 'POST'),
  albumBatch('#27', 'Remove Contents from Album', 'DELETE'),
]
