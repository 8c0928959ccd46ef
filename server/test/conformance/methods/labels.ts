import type { DocumentedMethod } from '../documented-method.ts'
import { unknownContent } from '../usual-differences.ts'

/** Done, done again, and not there: #12 to #15 are alike. */
const labelling = (
  number: string,
  name: string,
  verb: 'PUT' | 'DELETE',
  label: string,
  more: DocumentedMethod['cases'] = [],
): DocumentedMethod => ({
  number,
  name,
  perMinute: 500,
  cases: [
    {
      says: 'done',
      after: verb === 'DELETE' ? [`PUT /api/v1/image/{fresh}/${label}`] : [],
      ask: `${verb} /api/v1/image/{fresh}/${label}`,
      status: 200,
      answer: 'nothing',
    },
    {
      says: 'done already',
      after: [`${verb} /api/v1/image/{fresh}/${label}`],
      ask: `${verb} /api/v1/image/{fresh}/${label}`,
      status: 200,
      answer: 'nothing',
    },
    unknownContent(`${verb} /api/v1/image/{nothing}/${label}`),
    ...more,
  ],
})

export const labelMethods: DocumentedMethod[] = [
  labelling('#12', 'Apply tag to content', 'PUT', 'tag/sunset'),
  labelling('#13', 'Remove tag from content', 'DELETE', 'tag/sunset'),
  labelling('#14', 'Attach keyword to content', 'PUT', 'keyword/tiger', [
    unknownContent('PUT /api/v1/image/{fresh}/keyword/nobody%20made%20it', 'an arbitrary keyword'),
  ]),
  labelling('#15', 'Remove keyword from content', 'DELETE', 'keyword/tiger', [
    unknownContent('DELETE /api/v1/image/{fresh}/keyword/nobody%20made%20it', 'an arbitrary keyword'),
  ]),
  {
    number: '#29',
    name: 'Add Keywords',
    perMinute: 500,
    cases: [
      {
        says: 'the sample',
        ask: { to: 'POST /api/v1/keyword', body: { name: 'Canto {n}', description: 'Canto Test' } },
        status: 200,
        answer: { text: /^success$/ },
      },
    ],
  },
]
