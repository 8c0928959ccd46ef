import { type Static, Type } from 'typebox'

/** `GET /web/v1/changes/cursor`: where the change feed stands now, for who wants only what comes after. */
export const ChangeCursor = Type.Object({ cursor: Type.String() })
export type ChangeCursor = Static<typeof ChangeCursor>
