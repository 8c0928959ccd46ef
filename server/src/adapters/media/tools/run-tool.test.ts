import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { OverLimit } from '../../../domain/ports/media-tools.ts'
import { runTool } from './run-tool.ts'

const env = { PATH: '/usr/local/bin:/usr/bin:/bin' }

/** Whether anything runs that was started with this text. */
async function runs(text: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'args='])
  return stdout.includes(text)
}

test('a tool that prints without end is ended, with what it has started', async () => {
  const mark = `endless-${process.pid}`
  const printing = runTool('sh', ['-c', `yes ${mark} & yes ${mark}; true`], {
    ...{ env, timeoutMs: 60_000, maxOutputBytes: 100_000 },
  })

  await expect(printing).rejects.toThrow(OverLimit)
  await expect(printing).rejects.toThrow('printed more than 100000 bytes')
  await expect.poll(() => runs(mark), { timeout: 10_000 }).toBe(false)
})

test('a tool that takes too long is ended, with what it has started', async () => {
  const length = `${33_000_000 + process.pid}.25`
  const sleeping = runTool('sh', ['-c', `sleep ${length} & sleep ${length}; true`], { env, timeoutMs: 500 })

  await expect(sleeping).rejects.toThrow(OverLimit)
  await expect(sleeping).rejects.toThrow('took longer than 0.5 s')
  await expect.poll(() => runs(length), { timeout: 10_000 }).toBe(false)
})

test('what a tool says while it fails is told, as far as anybody wants to read it', async () => {
  const complaining = runTool('sh', ['-c', 'yes complaint | head -c 1000000 >&2; exit 3'], { env, timeoutMs: 60_000 })

  const error = await complaining.catch((thrown: Error) => thrown)

  expect(error).toMatchObject({ message: expect.stringMatching(/^sh ended with 3: complaint\ncomplaint/) })
  expect((error as Error).message.length).toBeLessThan(600)
})
