import { type Static, Type } from 'typebox'

/** #2: who the token speaks for. */
export const CurrentUser = Type.Object({
  userId: Type.String(),
  name: Type.String(),
  firstName: Type.String(),
  lastName: Type.String(),
  email: Type.String(),
  portalId: Type.String(),
  portalName: Type.String(),
  permissions: Type.Array(Type.String()),
})
export type CurrentUser = Static<typeof CurrentUser>
