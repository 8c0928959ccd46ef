import { type Static, Type } from 'typebox'
import { SortDirection, WireTime } from './wire-values.ts'

/** What #30–#33 take; values are read by the server, so that a bad one is refused with a sentence. */
export const ActivityQuery = Type.Object({
  sortDirection: Type.Optional(
    Type.String({
      description: '`ascending` or `descending` by time; newest first where absent',
      examples: ['descending'],
    }),
  ),
  limit: Type.Optional(
    Type.String({ description: 'Entries of a page, 1 to 10,000; 100 where absent', examples: ['4'] }),
  ),
  marker: Type.Optional(Type.String({ description: 'The `nextMarker` of the page before' })),
})
export type ActivityQuery = Static<typeof ActivityQuery>

/** Something that was done with an asset. Visitors of a share page have no e-mail address. */
export const ActivityEntry = Type.Object({
  user: Type.String({ examples: ['Mara Lind'] }),
  /** "Uploaded Image", "Previewed File", "Downloaded Image", "Shared to Link". */
  actionName: Type.String({ examples: ['Downloaded Image'] }),
  email: Type.String({ examples: ['mara@acme.example'] }),
  actionTime: WireTime,
})
export type ActivityEntry = Static<typeof ActivityEntry>

/** #30–#33. */
export const ActivityList = Type.Object({
  limit: Type.Integer({ examples: [100] }),
  results: Type.Array(ActivityEntry),
  sortDirection: SortDirection,
  sortBy: Type.Literal('time'),
  /** For the next page; absent on the last. */
  nextMarker: Type.Optional(Type.String({ examples: ['MTY5MDIwMjYxNzQ5MS5vYjNtaW00cmYxM2RuMmtjNTZsdjFla28ycA'] })),
})
export type ActivityList = Static<typeof ActivityList>

export const activityReports = ['usagehistory', 'shareactivity', 'downloadactivity', 'viewactivity'] as const
export type ActivityReportName = (typeof activityReports)[number]
