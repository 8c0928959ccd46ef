import type { ActivityQuery } from '@descant/contract'
import type { ActivityId } from '../../domain/activity/activity.ts'
import type { ActivityPlace } from '../../domain/activity/activity-store.ts'
import { Invalid } from '../../domain/domain-error.ts'

export type ActivityQueryRead = { direction: 'ascending' | 'descending'; limit: number; from: ActivityPlace | null }

/** An empty parameter counts as absent. */
export const parseActivityQuery = ({ sortDirection, limit, marker }: ActivityQuery): ActivityQueryRead => ({
  direction: readDirection(sortDirection || 'descending'),
  limit: readLimit(limit || '100'),
  from: marker ? readMarker(marker) : null,
})

/** Opaque to clients: the entry that the page before ended with. */
export const writeMarker = ({ time, id }: ActivityPlace): string => Buffer.from(`${time}.${id}`).toString('base64url')

function readMarker(marker: string): ActivityPlace {
  const [, time, id] = /^(\d{1,15})\.([0-9a-v]{26})$/.exec(Buffer.from(marker, 'base64url').toString()) ?? []
  if (time === undefined || id === undefined) {
    throw new Invalid(`marker: "${marker}" is not the nextMarker of an earlier answer`)
  }
  return { time: Number(time), id: id as ActivityId }
}

function readDirection(word: string): 'ascending' | 'descending' {
  if (word === 'ascending' || word === 'descending') return word
  throw new Invalid(`sortDirection: "${word}" is not possible; it is ascending or descending`)
}

function readLimit(text: string): number {
  const limit = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > 10_000) throw new Invalid(`limit: "${text}" is not possible; give a number from 1 to 10000`)
  return limit
}
