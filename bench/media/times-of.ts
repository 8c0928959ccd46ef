/** How long a request takes, fifty a second, as people ask: milliseconds. */
export async function timesOf(
  url: string,
  headers: Record<string, string>,
  { seconds, until }: { seconds: number; until?: never } | { seconds?: never; until: Promise<unknown> },
): Promise<{ p50: number; p99: number; count: number }> {
  const times: number[] = []
  let isOver = false
  const end = until ?? new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  const ended = end.then(() => {
    isOver = true
  })
  while (!isOver) {
    const began = performance.now()
    await (await fetch(url, { headers })).arrayBuffer()
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await ended
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), count: times.length }
}
