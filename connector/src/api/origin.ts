import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

/** The origin people reach us at: configured, or as their request says. */
export const publicOrigin = ({ publicUrl }: Pick<Config, 'publicUrl'>, request: FastifyRequest): string =>
  publicUrl ?? `${request.protocol}://${request.host}`

/** To be registered with the API key at the DAM. */
export const redirectUriAt = (origin: string): string => `${origin}/dam/callback`
