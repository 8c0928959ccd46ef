import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { runTool } from './run-tool.ts'

const env = { PATH: '/usr/local/bin:/usr/bin:/bin' }
const runToolHere = new URL('./run-tool.ts', import.meta.url).href
const ffmpegHere = new URL('../play/run-ffmpeg.ts', import.meta.url).href

/** How many processes were started with this text. */
async function running(text: string): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'args='])
  return stdout.split('\n').filter((args) => args.includes(text) && !args.includes('--input-type')).length
}

async function killedWhileItRuns(script: string, text: string): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' })
  await expect.poll(() => running(text), { timeout: 20_000 }).toBeGreaterThan(0)
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a tool, and whatever it has started, ends when the server is killed', { timeout: 60_000 }, async () => {
  const length = `${31_000_000 + process.pid}.25`
  const started = JSON.stringify(['-c', `sleep ${length} & sleep ${length}; true`])
  const options = JSON.stringify({ env, timeoutMs: 600_000 })

  await killedWhileItRuns(
    `const { runTool } = await import('${runToolHere}'); await runTool('sh', ${started}, ${options})`,
    length,
  )

  await expect.poll(() => running(length), { timeout: 10_000 }).toBe(0)
})

test('an ffmpeg at work for hours ends when the server is killed (needs ffmpeg)', { timeout: 60_000 }, async () => {
  const title = `endless-${process.pid}`
  const endless = ['-re', '-f', 'lavfi', '-i', 'anullsrc', '-metadata', `title=${title}`, '-f', 'null', '-']
  const options = JSON.stringify({ env, stallMs: 600_000, timeoutMs: 600_000 })

  await killedWhileItRuns(
    `const { runFfmpeg } = await import('${ffmpegHere}'); await runFfmpeg(${JSON.stringify(endless)}, ${options})`,
    title,
  )

  await expect.poll(() => running(title), { timeout: 10_000 }).toBe(0)
})

test('what a tool left running ends with it', async () => {
  const length = `${32_000_000 + process.pid}.25`

  const { output } = await runTool('sh', ['-c', `sleep ${length} >/dev/null 2>&1 & echo done`], {
    env,
    timeoutMs: 60_000,
  })

  expect(output.toString()).toBe('done\n')
  await expect.poll(() => running(length), { timeout: 10_000 }).toBe(0)
})

test('a tool has nothing to read, and one that is not there is an error', async () => {
  expect((await runTool('cat', [], { env, timeoutMs: 60_000 })).output).toHaveLength(0)
  await expect(runTool('no-such-tool', [], { env, timeoutMs: 60_000 })).rejects.toThrow('no-such-tool')
})
