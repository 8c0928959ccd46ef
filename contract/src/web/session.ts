import { type Static, Type } from 'typebox'
import { CurrentUser } from '../user.ts'

/** `POST /web/v1/session`. */
export const SignInBody = Type.Object({ email: Type.String(), password: Type.String() })
export type SignInBody = Static<typeof SignInBody>

/**
 * `GET` and `POST /web/v1/session`: who is signed in, and a token for `/api/v1` and `/web/v1`.
 * The cookie counts on this path alone; everything else takes the token.
 */
export const Session = Type.Object({
  user: CurrentUser,
  role: Type.Union([Type.Literal('admin'), Type.Literal('contributor'), Type.Literal('consumer')]),
  account: Type.Object({ name: Type.String(), host: Type.String() }),
  accessToken: Type.String(),
  /** Seconds the token is good for; ask again before. */
  expiresIn: Type.Integer(),
})
export type Session = Static<typeof Session>

/** `PUT /web/v1/profile`: one's own name; what is absent stays as it is. Answers who one is now. */
export const ChangeProfileBody = Type.Object({
  firstName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
})
export type ChangeProfileBody = Static<typeof ChangeProfileBody>
