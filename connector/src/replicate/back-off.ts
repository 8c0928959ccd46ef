const firstMs = 1000
const longestMs = 10 * 60_000

/** How long to wait after so many failures in a row: twice as long each time, never all at the same moment. */
export function backOffMs(failures: number, random: () => number = Math.random): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 30))
  return Math.round(full * (0.5 + random() / 2))
}
