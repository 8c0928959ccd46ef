import { type Running, start } from '../program.ts'
import { openClient } from './ask.ts'

const server = ['server/bin/descant.mjs', 'serve', '--json']
const longestMs = 600_000

export type Started = Running & { firstAnswerMs: number }

/** Until a search is answered, whatever the server says while it prepares. */
export async function startServer(env: Record<string, string>, token: string): Promise<Started> {
  const began = performance.now()
  const running = await start(server, env)
  const { ask, close } = openClient(running.origin, token)
  for (;;) {
    const { status } = await ask('/api/v1/search?limit=1')
    if (status === 200) break
    if (status !== 503 || performance.now() - began > longestMs) {
      await running.stop()
      throw new Error(`The first search was answered ${status}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  close()
  return { ...running, firstAnswerMs: performance.now() - began }
}
