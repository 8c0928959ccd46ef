import type { ActivityList } from '../../../../src/api/activity-wire.ts'

type Entry = ActivityList['results'][number]

/** What happened, in a word or two, and what there is to say about it. */
export function describeActivity({ kind, detail }: Entry): { what: string; detail: string } {
  switch (kind) {
    case 'imported':
      return { what: 'Imported', detail: '' }
    case 'new-version':
      return { what: 'New version', detail: '' }
    case 'renamed':
      return { what: 'Renamed', detail: `It was called ${detail}.` }
    case 'updated':
      return { what: 'Details updated', detail: '' }
    case 'restored':
      return { what: 'Back again', detail: '' }
    case 'removed':
      return { what: 'Removed', detail: detail ?? '' }
    case 'failed':
      return { what: 'Failed', detail: detail ?? '' }
    case 'connected':
      return { what: 'DAM settings saved', detail: `Keyword for import: ${detail}` }
    case 'grant-refused':
      return {
        what: 'Shut out',
        detail: 'Canto does not accept the consent any more. Authenticate again in the DAM settings.',
      }
    default:
      return { what: kind, detail: detail ?? '' }
  }
}
