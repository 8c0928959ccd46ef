import { type Static, Type } from 'typebox'

export const customFieldTypes = [
  'NUMBER',
  'TEXT',
  'DATE',
  'SINGLECHOICE',
  'MULTICHOICE',
  'URL',
  'LABEL',
  'RATING',
] as const

/** One entry of #34. `values`: what may be chosen, of types with a choice. */
export const CustomField = Type.Object({
  id: Type.String({ pattern: '^meta_(text|num|date|choice|multichoice|url)_[0-9]+$', examples: ['meta_choice_0'] }),
  name: Type.String(),
  description: Type.String(),
  type: Type.Enum(customFieldTypes),
  values: Type.Optional(Type.Array(Type.String())),
})
export type CustomField = Static<typeof CustomField>

/** #34, in the order the fields were made. */
export const CustomFieldList = Type.Array(CustomField)
export type CustomFieldList = Static<typeof CustomFieldList>

/** #42. */
export const CreateCustomFieldBody = Type.Object({
  name: Type.String(),
  description: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  type: Type.String(),
  values: Type.Optional(Type.Union([Type.Array(Type.String()), Type.Null()])),
})
export type CreateCustomFieldBody = Static<typeof CreateCustomFieldBody>

/** #43. Choices stay as they are where `values` is absent. */
export const UpdateCustomFieldBody = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  values: Type.Optional(Type.Union([Type.Array(Type.String()), Type.Null()])),
})
export type UpdateCustomFieldBody = Static<typeof UpdateCustomFieldBody>
