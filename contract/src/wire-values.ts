import { type Static, Type } from 'typebox'

/** The six schemes of content, as they stand in paths. Another word, or another case, is 404. */
export const schemes = ['image', 'video', 'audio', 'document', 'presentation', 'other'] as const
export const Scheme = Type.Enum(schemes)
export type Scheme = (typeof schemes)[number]

/** UTC time as `yyyyMMddHHmmssSSS`, seventeen digits. */
export const WireTime = Type.String({ pattern: '^[0-9]{17}$', examples: ['20150415063836418'] })

/** 128 bits in lower-case base32hex without padding. */
export const ContentId = Type.String({ pattern: '^[0-9a-v]{26}$', examples: ['ob3mim4rf13dn2kc56lv1eko2p'] })

/** Five characters of A–Z0–9, longer when an account runs short. */
export const CollectionId = Type.String({ pattern: '^[A-Z0-9]{5,}$', examples: ['SIR13'] })

/** A whole number that travels as a string: sizes, pixels, dots per inch, version numbers. */
export const NumberInString = Type.String({ pattern: '^[0-9]+$', examples: ['123'] })

export const SortBy = Type.Enum(['name', 'time', 'scheme', 'owner', 'size', 'created'])
export type SortBy = Static<typeof SortBy>

export const SortDirection = Type.Union([Type.Literal('ascending'), Type.Literal('descending')])
export type SortDirection = Static<typeof SortDirection>
