import { Presets, SingleBar } from 'cli-progress'

export type Progress = { step(done: number, total: number, what?: string): void; end(): void }

/** A bar on a terminal; elsewhere a line for every tenth, on standard error. */
export function showProgress(title: string): Progress {
  return process.stderr.isTTY ? bar(title) : lines(title)
}

function bar(title: string): Progress {
  const shown = new SingleBar(
    { format: `${title} {bar} {value}/{total} {what}`, stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  )
  let started = false
  return {
    step(done, total, what = '') {
      if (!started) shown.start(total, done, { what })
      started = true
      shown.setTotal(total)
      shown.update(done, { what })
    },
    end: () => shown.stop(),
  }
}

function lines(title: string): Progress {
  let said = -1
  return {
    step(done, total) {
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10)
      if (tenth > said) process.stderr.write(`${title}: ${done} of ${total}\n`)
      said = Math.max(said, tenth)
    },
    end() {},
  }
}
