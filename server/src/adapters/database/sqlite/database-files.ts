import { join } from 'node:path'

/** Below the data folder. */
export const controlFile = 'control.sqlite'
export const libraryFile = (account: string): string => join('accounts', account, 'library.sqlite')
