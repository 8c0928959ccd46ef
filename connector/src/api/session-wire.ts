import { type Static, Type } from 'typebox'

/** `POST /api/session`. */
export const SignInBody = Type.Object({
  email: Type.String({ maxLength: 320 }),
  password: Type.String({ maxLength: 1000 }),
})
export type SignInBody = Static<typeof SignInBody>

/** `GET` and `POST /api/session`: who is signed in. */
export const Session = Type.Object({
  user: Type.Object({ email: Type.String(), role: Type.Union([Type.Literal('admin'), Type.Literal('member')]) }),
  account: Type.Object({ name: Type.String(), damSettings: Type.Boolean() }),
})
export type Session = Static<typeof Session>
