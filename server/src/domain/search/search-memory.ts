import { SearchUnavailable } from './search-unavailable.ts'

/** What all indexes of a process may take together. */
export type SearchMemory = {
  /** Room for that much more. */
  hasRoomFor(bytes: number): boolean
  /** Throws `SearchMemoryExceeded` when they take more than they may. */
  check(): void
  /** The refusal that an error amounts to, where memory is what is lacking. */
  refusalOf(error: unknown): SearchUnavailable | null
}

export function searchMemory(mostBytes: number, usedBytes: () => number): SearchMemory {
  return {
    hasRoomFor: (bytes) => usedBytes() + bytes <= mostBytes,
    check() {
      if (usedBytes() > mostBytes) throw new SearchMemoryExceeded(mostBytes)
    },
    refusalOf(error) {
      if (error instanceof SearchMemoryExceeded) return error
      return isAllocationFailure(error) ? new SearchUnavailable(noneLeft, retryAfterSeconds, { cause: error }) : null
    },
  }
}

export class SearchMemoryExceeded extends SearchUnavailable {
  constructor(mostBytes: number) {
    const most = Math.floor(mostBytes / (1024 * 1024))
    super(
      `The search index needs more than the ${most} MiB that DESCANT_SEARCH_MEMORY allows; raise it, and search comes back`,
      retryAfterSeconds,
    )
  }
}

const retryAfterSeconds = 300

const noneLeft = 'There is no memory left on this machine for the search index'

/** As V8 says it where an array or its bytes can't be had. */
const isAllocationFailure = (error: unknown): boolean =>
  error instanceof RangeError && /allocation|array (buffer )?length/i.test(error.message)
