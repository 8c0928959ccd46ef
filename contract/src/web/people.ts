import { type Static, Type } from 'typebox'

const Role = Type.Enum(['admin', 'contributor', 'consumer'])
const Names = Type.Array(Type.String())

/** One row of Settings → Users. */
export const Member = Type.Object({
  userId: Type.String(),
  firstName: Type.String(),
  lastName: Type.String(),
  role: Role,
  suspended: Type.Boolean(),
  /** Has not chosen a password yet. */
  invited: Type.Boolean(),
  allowAccessMainTenant: Type.Boolean(),
  /** Names, in alphabetical order. */
  groups: Names,
  created: Type.String(),
})
export type Member = Static<typeof Member>

/** `of`: `null` for any number. */
const Seats = Type.Object({ taken: Type.Integer(), of: Type.Union([Type.Integer(), Type.Null()]) })

/** `GET /web/v1/users`, by e-mail address. Administrators and contributors share seats. */
export const MemberList = Type.Object({
  seats: Type.Object({ editors: Seats, consumers: Seats }),
  results: Type.Array(Member),
})
export type MemberList = Static<typeof MemberList>

/** `POST /web/v1/users`: sends an invitation. */
export const InviteBody = Type.Object({
  email: Type.String(),
  firstName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
  role: Role,
  /** True where absent. */
  allowAccessMainTenant: Type.Optional(Type.Boolean()),
  /** Names. */
  groups: Type.Optional(Names),
})
export type InviteBody = Static<typeof InviteBody>

/** `PUT /web/v1/users/{userId}`: what is absent stays as it is. */
export const ChangeMemberBody = Type.Object({
  firstName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
  role: Type.Optional(Role),
  suspended: Type.Optional(Type.Boolean()),
  allowAccessMainTenant: Type.Optional(Type.Boolean()),
  groups: Type.Optional(Names),
})
export type ChangeMemberBody = Static<typeof ChangeMemberBody>

/** One row of Settings → Groups. */
export const GroupEntry = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** E-mail addresses. */
  users: Names,
})
export type GroupEntry = Static<typeof GroupEntry>

/** `GET /web/v1/groups`, by name. */
export const GroupList = Type.Object({ results: Type.Array(GroupEntry) })
export type GroupList = Static<typeof GroupList>

/** `POST /web/v1/groups`. */
export const GroupBody = Type.Object({ name: Type.String(), users: Type.Optional(Names) })
export type GroupBody = Static<typeof GroupBody>

/** `PUT /web/v1/groups/{id}`: what is absent stays as it is. */
export const ChangeGroupBody = Type.Partial(GroupBody)
export type ChangeGroupBody = Static<typeof ChangeGroupBody>

/** `PUT /web/v1/session/password`: ends every other session and token of this user. */
export const ChangePasswordBody = Type.Object({ current: Type.String(), password: Type.String() })
export type ChangePasswordBody = Static<typeof ChangePasswordBody>
