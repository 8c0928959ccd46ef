import { type Static, Type } from 'typebox'

export const returnTypes = ['user', 'single_result', 'multiple_result', 'binary'] as const

/** What an endpoint takes, in its path, its query or its body. */
export const EndpointParameter = Type.Object({
  name: Type.String({ examples: ['id'] }),
  in: Type.Enum(['path', 'query', 'body'], { examples: ['path'] }),
  type: Type.String({ examples: ['string'] }),
  required: Type.Boolean(),
  description: Type.String({ examples: ['Content id'] }),
})
export type EndpointParameter = Static<typeof EndpointParameter>

export const EndpointException = Type.Object({
  status: Type.Integer({ examples: [404] }),
  description: Type.String({ examples: ['There is no such thing, or none this user may know of'] }),
})
export type EndpointException = Static<typeof EndpointException>

/** One endpoint; `url` is a URI template, with the part that a portal adds in brackets. */
export const Endpoint = Type.Object({
  url: Type.String({ examples: ['/api[/p/{pname}]/v1/user'] }),
  method: Type.String({ examples: ['GET'] }),
  description: Type.String({ examples: ['Who the token speaks for'] }),
  parameters: Type.Array(EndpointParameter),
  exceptions: Type.Array(EndpointException),
  return: Type.Object({
    type: Type.Enum(returnTypes),
    description: Type.String({ examples: ['Who the token speaks for'] }),
    sampleResult: Type.Unknown({ examples: [{ userId: 'mara@acme.example', firstName: 'Mara', lastName: 'Lind' }] }),
  }),
})
export type Endpoint = Static<typeof Endpoint>

/** #1. */
export const EndpointList = Type.Array(Endpoint)
export type EndpointList = Static<typeof EndpointList>
