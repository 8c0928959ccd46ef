import type { Brand } from '../brand.ts'

export type GroupId = Brand<string, 'GroupId'>

/** Users who are granted things together. Names are unique without regard to case. */
export type Group = { id: GroupId; name: string; createdAt: number }
