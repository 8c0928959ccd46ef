import { Type } from 'typebox'

/** The declared shape of a 200 that says it all. */
export const Nothing = Type.Void()
