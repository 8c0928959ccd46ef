import type { DocumentedMethod } from '../documented-method.ts'

const forAdmins = { as: 'contributor', says: 'by a contributor', status: 403 } as const

export const customFieldMethods: DocumentedMethod[] = [
  {
    number: '#34',
    name: 'Get custom field list',
    perMinute: 500,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/custom/field',
        status: 200,
        answer: {
          json: [
            { name: 'Number', type: 'NUMBER' },
            { name: 'Text', type: 'TEXT' },
            { name: 'Date', type: 'DATE' },
            { name: 'SingleChoice', type: 'SINGLECHOICE', values: ['A', 'B'] },
            { name: 'MultChoice', type: 'MULTICHOICE', values: ['A', 'B', 'C'] },
            { name: 'Url', type: 'URL' },
            { name: 'Label', type: 'LABEL' },
            { name: 'Rating', type: 'RATING' },
          ],
          pairedBy: { in: '', by: 'name' },
        },
      },
    ],
  },
  {
    number: '#42',
    name: 'Create a custom field',
    perMinute: 500,
    cases: [
      {
        says: 'the sample',
        as: 'admin',
        ask: {
          to: 'POST /api/v1/custom/field',
          body: { name: 'test {n}', description: 'test', type: 'SINGLECHOICE', values: ['A', 'B', 'C'] },
        },
        status: 200,
        answer: 'nothing',
      },
      {
        says: 'a name that is there already',
        as: 'admin',
        ask: { to: 'POST /api/v1/custom/field', body: { name: 'Product', description: 'test', type: 'TEXT' } },
        status: 400,
      },
      {
        says: 'a name of 81 characters',
        as: 'admin',
        ask: { to: 'POST /api/v1/custom/field', body: { name: 'x'.repeat(81), description: 'test', type: 'TEXT' } },
        status: 400,
      },
      {
        says: 'a description of 801 characters',
        as: 'admin',
        ask: {
          to: 'POST /api/v1/custom/field',
          body: { name: 'long {n}', description: 'x'.repeat(801), type: 'TEXT' },
        },
        status: 400,
      },
      {
        says: 'another type',
        as: 'admin',
        ask: { to: 'POST /api/v1/custom/field', body: { name: 'size {n}', description: '', type: 'SHOESIZE' } },
        status: 400,
      },
      {
        ...forAdmins,
        ask: { to: 'POST /api/v1/custom/field', body: { name: 'mine', description: '', type: 'TEXT' } },
      },
    ],
  },
  {
    number: '#43',
    name: 'Update a custom field',
    perMinute: 500,
    cases: [
      {
        says: 'the sample, with the space before its id',
        as: 'admin',
        ask: {
          to: 'PUT /api/v1/custom/field',
          body: { id: ' meta_choice_0', name: 'SingleChoice', description: 'test1', values: ['A', 'B', 'B1'] },
        },
        status: 200,
        answer: 'nothing',
      },
      {
        says: 'a name that is there already',
        as: 'admin',
        ask: { to: 'PUT /api/v1/custom/field', body: { id: 'meta_choice_0', name: 'Product', description: '' } },
        status: 400,
      },
      {
        ...forAdmins,
        ask: { to: 'PUT /api/v1/custom/field', body: { id: 'meta_choice_0', name: 'Mine', description: '' } },
      },
    ],
  },
  {
    number: '#43a',
    name: 'Delete a custom field',
    perMinute: 500,
    cases: [
      { says: 'deleted', as: 'admin', ask: 'DELETE /api/v1/custom/field/meta_url_0', status: 200, answer: 'nothing' },
      {
        says: 'an arbitrary id ("an exception")',
        as: 'admin',
        ask: 'DELETE /api/v1/custom/field/meta_text_4711',
        status: 500,
        differs: [{ at: 'status', ours: 404, because: 'no such thing is 404 everywhere else (§2)' }],
      },
      { ...forAdmins, ask: 'DELETE /api/v1/custom/field/meta_choice_0' },
    ],
  },
]
