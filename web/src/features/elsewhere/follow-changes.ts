import { CantoFailure } from '@descant/client'
import type { ChangeCursor, ChangeList } from '@descant/contract'
import type { Dam } from '../../lib/dam.ts'
import { saysSignedOut } from '../../lib/signed-out.ts'

export type ToldChanges = ChangeList['changes'] | 'anything'

const waitSeconds = 50
/** So that a thousand changes in a row are one look, not a thousand. */
const pauseMs = 2000
const longestPauseMs = 60_000

/**
 * Tells what happens in the library, whoever does it, until `until` is aborted: one long question after another, none
 * while nobody sees the page. What cannot be asked is asked again, later and later.
 */
export async function followChanges(
  dam: Dam,
  { tell, until }: { tell: (changes: ToldChanges) => Promise<void>; until: AbortSignal },
): Promise<void> {
  let cursor: string | null = null
  let failures = 0
  while (!until.aborted) {
    await seen(until)
    if (until.aborted) return
    const hidden = whenHidden(until)
    try {
      if (cursor === null) cursor = (await dam.web.json<ChangeCursor>(cursorPath, { signal: hidden.signal })).cursor
      const page = await dam.changes({ since: cursor, wait: waitSeconds, signal: hidden.signal })
      if (!page.supported) return
      cursor = page.cursor
      failures = 0
      if (page.changes.length === 0) continue
      await tell(page.changes)
      await pause(pauseMs, until)
    } catch (error) {
      if (saysSignedOut(error)) return
      if (hidden.signal.aborted) continue
      if (error instanceof CantoFailure && error.status === 410) {
        cursor = null
        await tell('anything')
      }
      failures += 1
      await pause(Math.min(longestPauseMs, pauseMs * 2 ** failures), until)
    } finally {
      hidden.end()
    }
  }
}

const cursorPath = '/web/v1/changes/cursor'

/** Aborted when nobody sees the page any more, and with `until`. */
function whenHidden(until: AbortSignal): { signal: AbortSignal; end: () => void } {
  const ended = new AbortController()
  const look = () => {
    if (document.hidden) ended.abort()
  }
  document.addEventListener('visibilitychange', look)
  return {
    signal: AbortSignal.any([ended.signal, until]),
    end: () => document.removeEventListener('visibilitychange', look),
  }
}

function seen(until: AbortSignal): Promise<void> {
  if (!document.hidden || until.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden && !until.aborted) return
      document.removeEventListener('visibilitychange', look)
      until.removeEventListener('abort', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
    until.addEventListener('abort', look)
  })
}

function pause(ms: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      until.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    until.addEventListener('abort', end)
  })
}
