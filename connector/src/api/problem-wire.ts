import { type Static, Type } from 'typebox'

/** Every refusal: a word for programs and a sentence for people. */
export const ProblemWire = Type.Object({ problem: Type.String(), message: Type.String() })
export type ProblemWire = Static<typeof ProblemWire>
