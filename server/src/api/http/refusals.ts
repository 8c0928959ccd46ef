import { ErrorBody } from '@descant/contract'

/** The declared shape of every answer that refuses. */
export const refusals = { '4xx': ErrorBody, '5xx': ErrorBody }
