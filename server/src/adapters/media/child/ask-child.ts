import type { ChildProcess } from 'node:child_process'
import { CropOutside, OverLimit, PageOutside, ToolEnded, UnsoundFile } from '../../../domain/ports/media-tools.ts'
import type { Refused, Reply, Task } from './task.ts'
import { watchMemory } from './watch-memory.ts'

/** The child crashed or was ended. */
export class ChildEnded extends ToolEnded {}

type Options = {
  timeoutMs: number
  maxMemoryBytes: number
  signal: AbortSignal | undefined
  /** The child has answered and can take the next task. */
  onAnswered: (child: ChildProcess) => void
}

/** One question, one answer; a child that doesn't give it in time, or isn't to give it any more, is killed. */
export function askChild(
  child: ChildProcess,
  task: Task,
  { timeoutMs, maxMemoryBytes, signal, onAnswered }: Options,
): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()

  const giveUp = (reason: unknown) => {
    child.kill('SIGKILL')
    reject(reason)
  }
  const onMessage = (reply: unknown) => {
    onAnswered(child)
    const given = reply as Reply
    if ('answer' in given) resolve(given.answer)
    else reject(refusedBy(given.refusal))
  }
  const onExit = (code: number | null, killedBy: string | null) =>
    reject(new ChildEnded(`The media process ended (${killedBy ?? `exit code ${code}`}) while it had a file`))
  const onError = (cause: Error) => giveUp(new ChildEnded('The media process could not be started', { cause }))
  const onAbort = () => giveUp(signal?.reason)
  const timer = setTimeout(
    () => giveUp(new OverLimit(`The media process took longer than ${timeoutMs / 1000} s`)),
    timeoutMs,
  )

  const stopWatching = watchMemory(child.pid, maxMemoryBytes, () =>
    giveUp(new OverLimit(`It takes more than ${Math.floor(maxMemoryBytes / 1_048_576)} MiB of memory`)),
  )

  child.once('message', onMessage)
  child.once('exit', onExit)
  child.once('error', onError)
  signal?.addEventListener('abort', onAbort)
  child.send(task, (error) => error && giveUp(new ChildEnded('The media process is gone', { cause: error })))

  return promise.finally(() => {
    clearTimeout(timer)
    stopWatching()
    child.off('message', onMessage)
    child.off('exit', onExit)
    child.off('error', onError)
    signal?.removeEventListener('abort', onAbort)
  })
}

const classes = { unsound: UnsoundFile, 'crop outside': CropOutside, 'page outside': PageOutside, failed: Error }

const refusedBy = ({ kind, message }: Refused): Error => new classes[kind](message)
