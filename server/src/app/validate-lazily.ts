import AjvCompiler from '@fastify/ajv-compiler'
import type { FastifyServerOptions } from 'fastify'

type SchemaController = NonNullable<FastifyServerOptions['schemaController']>
type BuildValidator = NonNullable<NonNullable<SchemaController['compilersFactory']>['buildValidator']>

type Validator = { (data: unknown): unknown; errors?: unknown }
type BuildCompile = (schemas: unknown, options: unknown) => (route: unknown) => Validator

const build = AjvCompiler() as unknown as BuildCompile

/**
 * Fastify's own validation of requests, each schema compiled with the first request it is for: compiling those of all
 * routes took a tenth of the start.
 */
export const validateLazily = ((schemas, options) => {
  const compile = build(schemas, options)
  return (route) => {
    let validator: Validator | undefined
    const validate: Validator = (data) => {
      validator ??= compile(route)
      const sound = validator(data)
      validate.errors = validator.errors
      return sound
    }
    return validate
  }
}) satisfies BuildCompile as unknown as BuildValidator
