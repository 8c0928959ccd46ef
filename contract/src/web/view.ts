import { type Static, Type } from 'typebox'
import { Scheme } from '../wire-values.ts'

/** `POST /web/v1/views`: somebody opened this asset's page. */
export const ViewBody = Type.Object({ scheme: Scheme, id: Type.String() })
export type ViewBody = Static<typeof ViewBody>
