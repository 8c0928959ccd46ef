import { isDeepStrictEqual } from 'node:util'
import Value from 'typebox/value'
import { stringifyAnswer } from '../../src/api/http/stringify-answer.ts'
import type { AnswerSerializer } from '../../src/app/build-app.ts'

/** Every JSON answer of a test's server is held against its declared schema: a missing or an undeclared field fails. */
export const checkedAnswers: AnswerSerializer = ({ schema, method, url, httpStatus }) => {
  return (given) => {
    const json = stringifyAnswer(given)
    // as it is written, of which parts may be bytes already
    const answer: unknown = JSON.parse(String(json))
    const where = `${method} ${url} → ${httpStatus ?? 'any status'}`
    const errors = [...Value.Errors(schema, answer)]
    if (errors.length > 0) throw new Error(`${where} does not match its schema: ${JSON.stringify(errors.slice(0, 3))}`)
    const declared = Value.Clean(schema, structuredClone(answer))
    if (!isDeepStrictEqual(declared, answer))
      throw new Error(`${where} has undeclared fields: ${JSON.stringify(answer)}`)
    return json
  }
}
