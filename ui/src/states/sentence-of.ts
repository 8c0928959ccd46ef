/** What a person reads when something was thrown. A browser's "Failed to fetch" helps nobody. */
export function sentenceOf(error: unknown): string {
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) {
    return 'The server cannot be reached. Check your connection.'
  }
  if (error instanceof Error && error.message !== '') return error.message
  return 'Something went wrong that we did not expect.'
}
