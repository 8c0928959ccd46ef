/** Refusals that only reading by range or condition knows; Fastify's error handler takes their status. */
export class RangeNotSatisfiable extends Error {
  readonly statusCode = 416
  constructor(size: number) {
    super(`None of the ranges lies within the ${size} bytes`)
  }
}

export class ConditionFailed extends Error {
  readonly statusCode = 412
  constructor() {
    super('This is not in the state that the request asks for')
  }
}
