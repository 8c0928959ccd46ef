import { type Static, Type } from 'typebox'

const Kind = Type.Enum(['portal', 'workspace', 'styleguide'])

/** One row of Settings → Portals: a portal, workspace or style guide. */
export const PortalEntry = Type.Object({
  /** Stands in addresses: `/api/p/{id}/v1/…`. */
  id: Type.String(),
  kind: Kind,
  name: Type.String(),
  /** What was chosen; folders with everything in them. What is gone meanwhile is left out. */
  contents: Type.Array(
    Type.Object({
      scheme: Type.Enum(['folder', 'album']),
      id: Type.String(),
      name: Type.String(),
      idPath: Type.String(),
      namePath: Type.String(),
    }),
  ),
  /** E-mail addresses. */
  users: Type.Array(Type.String()),
  /** Names. */
  groups: Type.Array(Type.String()),
  created: Type.String(),
})
export type PortalEntry = Static<typeof PortalEntry>

/** `GET /web/v1/portals`, by name. */
export const PortalList = Type.Object({ results: Type.Array(PortalEntry) })
export type PortalList = Static<typeof PortalList>

/** `POST /web/v1/portals`. */
export const PortalBody = Type.Object({
  name: Type.String(),
  kind: Kind,
  /** Ids or id paths of folders and albums. */
  contents: Type.Optional(Type.Array(Type.String())),
  /** E-mail addresses. */
  users: Type.Optional(Type.Array(Type.String())),
  /** Names. */
  groups: Type.Optional(Type.Array(Type.String())),
})
export type PortalBody = Static<typeof PortalBody>

/** `PUT /web/v1/portals/{id}`: what is absent stays as it is. */
export const ChangePortalBody = Type.Partial(PortalBody)
export type ChangePortalBody = Static<typeof ChangePortalBody>
