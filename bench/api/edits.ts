/** Changes a second: a tag put on an asset and taken off again, over HTTP, by so many clients at once. */
export async function editsPerSecond(
  origin: string,
  { token, assetId }: { token: string; assetId: string },
  { clients = 8, seconds = 4 } = {},
): Promise<number> {
  const end = performance.now() + seconds * 1000
  let edits = 0
  const client = async (number: number) => {
    for (let put = true; performance.now() < end; put = !put, edits++) {
      const answer = await fetch(`${origin}/api/v1/image/${assetId}/tag/bench-${number}`, {
        method: put ? 'PUT' : 'DELETE',
        headers: { authorization: `Bearer ${token}` },
      })
      if (!answer.ok) throw new Error(`An edit answered ${answer.status}`)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  return edits / seconds
}
