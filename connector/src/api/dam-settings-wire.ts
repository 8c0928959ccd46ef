import { type Static, Type } from 'typebox'

const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** `GET /api/dam-settings`. `refusal` says why this person cannot change them; the rest is empty then. */
export const DamSettings = Type.Object({
  refusal: OrNull(Type.Union([Type.Literal('feature-off'), Type.Literal('not-an-admin')])),
  /** To be registered with the API key. */
  redirectUri: Type.String(),
  fields: OrNull(
    Type.Object({
      provider: Type.Literal('canto'),
      domain: Type.String(),
      appId: Type.String(),
      isSecretSet: Type.Boolean(),
      keyword: Type.String(),
      /** Whether replication runs on these. */
      isSaved: Type.Boolean(),
    }),
  ),
  /** A consent is there for the fields shown. */
  isAuthenticated: Type.Boolean(),
  /** What went wrong on the way to Canto and back. */
  notice: OrNull(Type.String()),
  connection: OrNull(
    Type.Object({
      domain: Type.String(),
      keyword: Type.String(),
      isGranted: Type.Boolean(),
      /** Milliseconds since 1970. */
      savedAt: Type.Integer(),
      eligible: Type.Integer(),
      imported: Type.Integer(),
      /** ISO 8601. */
      lastSync: OrNull(Type.String()),
      problem: OrNull(Type.String()),
    }),
  ),
})
export type DamSettings = Static<typeof DamSettings>

/** `POST /api/dam-settings/authenticate` and `PUT /api/dam-settings`. Without a secret the one kept is meant. */
export const DamFields = Type.Object({
  provider: Type.Literal('canto'),
  domain: Type.String({ maxLength: 300 }),
  appId: Type.String({ maxLength: 300 }),
  appSecret: Type.Optional(Type.String({ maxLength: 1000 })),
  keyword: Type.String({ maxLength: 400 }),
})
export type DamFields = Static<typeof DamFields>

/** Where the browser goes to authenticate. */
export const Authentication = Type.Object({ location: Type.String() })
export type Authentication = Static<typeof Authentication>

/** `POST /api/dam-settings/test`. */
export const ConnectionTest = Type.Object({
  isGood: Type.Boolean(),
  /** Files that would be imported; `null` where something is wrong. */
  eligible: OrNull(Type.Integer()),
  /** A word for what is wrong; `null` where nothing is. */
  problem: OrNull(Type.String()),
  sentence: Type.String(),
})
export type ConnectionTest = Static<typeof ConnectionTest>
