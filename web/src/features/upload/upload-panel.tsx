import './upload-panel.css'
import { ActionIcon, Button, Progress, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { totalsOf, type UploadItem, type UploadTotals } from './upload-item.ts'
import { UploadLines } from './upload-lines.tsx'
import { useLeaveWarning } from './use-leave-warning.ts'
import { useUploadItems, useUploadQueue } from './use-upload-queue.ts'

/** Stays in its corner while one goes on browsing, until it is put away. */
export function UploadPanel() {
  const queue = useUploadQueue()
  const items = useUploadItems()
  const [folded, setFolded] = useState(false)
  const totals = totalsOf(items)
  useLeaveWarning(totals.open > 0)

  return (
    <>
      <VisuallyHidden role="status">{announcement(totals)}</VisuallyHidden>
      {items.length > 0 && (
        <section className="upload-panel" aria-label="Uploads">
          <header className="upload-panel-head">
            <h2>{headline(totals)}</h2>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={folded ? 'Show the files' : 'Fold the files away'}
              aria-expanded={!folded}
              onClick={() => setFolded(!folded)}
            >
              {folded ? <IconChevronUp size={18} /> : <IconChevronDown size={18} />}
            </ActionIcon>
            {totals.open === 0 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label="Close uploads"
                onClick={() => {
                  queue.clearFinished()
                  // the panel goes away under the focus
                  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
                }}
              >
                <IconX size={18} />
              </ActionIcon>
            )}
          </header>
          {totals.open > 0 && (
            <Progress
              value={totals.sent * 100}
              size="sm"
              radius={0}
              aria-label="All files"
              aria-valuetext={`${Math.round(totals.sent * 100)} %`}
            />
          )}
          {!folded && <UploadLines items={failedFirst(items, totals)} />}
          {!folded && totals.open > 1 && (
            <div className="upload-panel-foot">
              <Button size="xs" variant="default" onClick={() => queue.cancelAll()}>
                Cancel what has not arrived
              </Button>
            </div>
          )}
          {!folded && totals.failed > 1 && totals.open === 0 && (
            <div className="upload-panel-foot">
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  for (const { key, state } of items) if (state === 'failed') queue.retry(key)
                }}
              >
                Try all {totals.failed} again
              </Button>
            </div>
          )}
        </section>
      )}
    </>
  )
}

/** What needs a person stands on top once all have come to an end. */
function failedFirst(items: readonly UploadItem[], { open, failed }: UploadTotals): readonly UploadItem[] {
  if (open > 0 || failed === 0) return items
  return items.toSorted((a, b) => Number(b.state === 'failed') - Number(a.state === 'failed'))
}

function headline({ count, done, failed, open }: UploadTotals): string {
  if (open > 0) return `Uploading ${done + failed + 1 > count ? count : done + failed + 1} of ${count}`
  if (failed === 0) return count === 1 ? '1 file uploaded' : `${count} files uploaded`
  return `${done} uploaded, ${failed} failed`
}

/** What is read out: the beginning and the end, not every percent between. */
function announcement({ count, done, failed, open }: UploadTotals): string {
  if (count === 0) return ''
  if (open > 0) return `Uploading ${count} ${count === 1 ? 'file' : 'files'}`
  return `Upload finished: ${done} uploaded, ${failed} failed`
}
