import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { stepBack } from '../tools/step-back.ts'
import { askChild, ChildEnded } from './ask-child.ts'
import { slots } from './slots.ts'
import type { AnswerTo, Task } from './task.ts'

export type ChildPoolOptions = {
  entry: URL
  /** At most as many at the same time. */
  processes: number
  /** A task that takes longer is a hang: its child is killed. */
  timeoutMs: number
  /** A child without work ends after this time, and its memory with it. */
  idleMs: number
  heapMebibytes: number
  /** How far they step back behind others: 0 to 19. */
  niceness: number
  /** Of all its memory; one that takes more is killed. */
  maxMemoryBytes: number
  /** All the environment it gets: none of the server's secrets. */
  env: Record<string, string>
}

export type ChildPool = {
  /** Rejects with `UnsoundFile` for the file's fault, anything else when the child crashed, hung or was aborted. */
  run<Asked extends Task>(task: Asked, signal?: AbortSignal): Promise<AnswerTo<Asked>>
  /** Process ids of the living children. */
  pids(): number[]
  close(): Promise<void>
}

/** Foreign code keeps a little memory with every file; a fresh process costs 0.1 s. */
const tasksPerChild = 500

/** Killable processes, started when there is work. Each does one task at a time, so that a crash costs one call. */
export function childPool({
  entry,
  processes,
  timeoutMs,
  idleMs,
  heapMebibytes,
  niceness,
  maxMemoryBytes,
  env,
}: ChildPoolOptions): ChildPool {
  const places = slots(processes)
  const living = new Set<ChildProcess>()
  const idle = new Map<ChildProcess, NodeJS.Timeout>()
  const tasksDone = new WeakMap<ChildProcess, number>()
  let closed = false

  function start(): ChildProcess {
    const child = fork(entry, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heapMebibytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env,
    })
    living.add(child)
    if (child.pid !== undefined) stepBack(child.pid, niceness)
    child.on('error', () => undefined) // told by 'exit', or by the call that was under way
    child.once('exit', () => {
      living.delete(child)
      clearTimeout(idle.get(child))
      idle.delete(child)
    })
    return child
  }

  function takeIdle(): ChildProcess | undefined {
    const child = [...idle.keys()].at(-1)
    if (child === undefined) return undefined
    clearTimeout(idle.get(child))
    idle.delete(child)
    child.ref()
    child.channel?.ref()
    return child
  }

  function putBack(child: ChildProcess): void {
    const done = (tasksDone.get(child) ?? 0) + 1
    if (closed || done >= tasksPerChild || !living.has(child)) return void child.kill('SIGKILL')
    tasksDone.set(child, done)
    child.unref()
    child.channel?.unref()
    idle.set(child, setTimeout(() => child.kill('SIGKILL'), idleMs).unref())
  }

  return {
    async run<Asked extends Task>(task: Asked, signal?: AbortSignal) {
      if (closed) throw new ChildEnded('The media tools are closed')
      const release = await places.take(signal, subjectOf(task))
      try {
        signal?.throwIfAborted() // while it waited for its place
        const child = takeIdle() ?? start()
        return (await askChild(child, task, {
          timeoutMs,
          maxMemoryBytes,
          signal,
          onAnswered: putBack,
        })) as AnswerTo<Asked>
      } finally {
        release()
      }
    },

    pids: () => [...living].flatMap(({ pid }) => pid ?? []),

    async close() {
      closed = true
      await Promise.all(
        [...living].map(async (child) => {
          const gone = once(child, 'exit')
          child.ref()
          child.kill('SIGKILL')
          await gone
        }),
      )
    },
  }
}

const subjectOf = (task: Task): string => {
  const subject = 'path' in task ? task.path : task.source
  return typeof subject === 'string' ? subject : ''
}
