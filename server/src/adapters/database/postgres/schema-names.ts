/** Schemas of the one PostgreSQL database. */
export const controlSchema = 'descant_control'
export const librarySchema = (account: string): string => `account_${account}`
