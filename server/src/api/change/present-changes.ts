import type { ChangeList } from '@descant/contract'
import type { ChangePage } from '../../domain/change/read-changes.ts'
import { toWireTime } from '../http/wire-time.ts'

export const presentChanges = ({ cursor, changes, more }: ChangePage): ChangeList => ({
  cursor: String(cursor),
  changes: changes.map(({ event, scheme, id, time }) => ({ event, scheme, id, time: toWireTime(time) })),
  more,
})
