import type { DocumentedMethod } from '../documented-method.ts'
import { unknownContent } from '../usual-differences.ts'

const did = (actionName: string) => ({
  user: 'jim cai newnew',
  actionName,
  email: 'jcai@canto.com',
  actionTime: '20181203023538150',
})

const report = (number: string, path: string, name: string): DocumentedMethod => ({
  number,
  name: `Get specified content ${name} report`,
  perMinute: 500,
  cases: [
    {
      says: 'the example',
      ask: `GET /api/v1/${path}/image/{plain}?limit=1&sortDirection=descending`,
      status: 200,
      answer: {
        json: {
          limit: 100,
          results: [did('Downloaded Image')],
          sortDirection: 'descending',
          sortBy: 'time',
          nextMarker: 'MjAxODA3MjUwOTIwMjc0OTE',
        },
      },
    },
    {
      says: 'everything on one page: no marker',
      ask: `GET /api/v1/${path}/image/{plain}?sortDirection=ascending`,
      status: 200,
      answer: { json: { limit: 100, results: [did('Downloaded Image')], sortDirection: 'ascending', sortBy: 'time' } },
    },
    unknownContent(`GET /api/v1/${path}/image/{nothing}`),
  ],
})

export const reportMethods: DocumentedMethod[] = [
  report('#30', 'usagehistory', 'Usage History'),
  report('#31', 'shareactivity', 'Share Activity'),
  report('#32', 'downloadactivity', 'Download Activity'),
  report('#33', 'viewactivity', 'View Activity'),
]
