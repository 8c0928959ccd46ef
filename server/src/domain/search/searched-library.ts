import type { Library, LibraryStores } from '../ports/library.ts'

/** What an index is made of and follows. A whole library is one. */
export type SearchedLibrary = Pick<Library, 'accountId' | 'stamp'> & { read: Pick<LibraryStores, 'assets' | 'changes'> }
