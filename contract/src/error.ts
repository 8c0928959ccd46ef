import { type Static, Type } from 'typebox'

/** Every refusal outside OAuth. `code` is listed in docs/api.md; `message` is a sentence for a person. */
export const ErrorBody = Type.Object({ code: Type.Integer(), message: Type.String() })
export type ErrorBody = Static<typeof ErrorBody>

/** Every refusal of the OAuth endpoints (RFC 6749 §5.2, with the words of the published page). */
export const OAuthErrorBody = Type.Object({ error: Type.String(), error_description: Type.String() })
export type OAuthErrorBody = Static<typeof OAuthErrorBody>
