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

/** #35. `userId` is the e-mail address; of `roles` the highest counts: `admin`, `contributor` or `consumer`. */
export const AddUserBody = Type.Object({
  userId: Type.String(),
  firstName: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  lastName: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  roles: Type.Array(Type.String()),
  /** True where absent. */
  allowAccessMainTenant: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
  /** Names of groups. */
  groups: Type.Optional(Type.Union([Type.Array(Type.String()), Type.Null()])),
})
export type AddUserBody = Static<typeof AddUserBody>

/** Parameters of #37. */
export const UserListQuery = Type.Object({
  /** 1 admins, 2 contributors, 3 consumers, 4 admins and contributors, 5 contributors and consumers; 0: everyone. */
  role: Type.Optional(Type.String()),
  /** What the first name, the last name or the e-mail address begins with, without regard to case. */
  name: Type.Optional(Type.String()),
  'include-group': Type.Optional(Type.String()),
  'include-portal': Type.Optional(Type.String()),
  /** 1 to 1000; 100 where absent. */
  'page-size': Type.Optional(Type.String()),
  /** The first is 1. */
  page: Type.Optional(Type.String()),
})
export type UserListQuery = Static<typeof UserListQuery>

export const UserEntry = Type.Object({
  role: Type.Enum(['Admin', 'Contributor', 'Consumer']),
  userId: Type.String(),
  firstName: Type.String(),
  lastName: Type.String(),
  email: Type.String(),
  allowAccessMainLibrary: Type.Boolean(),
  /** With `include-group=true`. */
  groups: Type.Optional(Type.Array(Type.String())),
  /** These with `include-portal=true`. */
  grantedPortals: Type.Optional(Type.Array(Type.String())),
  grantedWorkspaces: Type.Optional(Type.Array(Type.String())),
  grantedStyleGuides: Type.Optional(Type.Array(Type.String())),
})
export type UserEntry = Static<typeof UserEntry>

/** #37, by e-mail address. */
export const UserList = Type.Object({
  data: Type.Array(UserEntry),
  currentPage: Type.Integer(),
  pageSize: Type.Integer(),
  totalCount: Type.Integer(),
})
export type UserList = Static<typeof UserList>
