import { ActionIcon, Button, Loader, Progress } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconClock, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import { formatBytes } from '../../lib/format-bytes.ts'
import type { AssetRef, UploadItem } from './upload-item.ts'
import type { UploadQueue } from './upload-queue.ts'

/** One file on its way, or what became of it. `mayTakeIn`: an administrator decides about files that are not sound. */
export const UploadLine = memo(function UploadLine({
  item,
  queue,
  mayTakeIn,
}: {
  item: UploadItem
  queue: UploadQueue
  mayTakeIn: boolean
}) {
  const { key, file, state, asset, sameAs } = item
  return (
    <div className="upload-line" data-state={state}>
      <span className="upload-line-icon" aria-hidden="true">
        <StateIcon state={state} />
      </span>
      <div className="upload-line-body">
        {asset === null ? (
          <span className="upload-line-name">{file.name}</span>
        ) : (
          <AssetLink asset={asset} className="upload-line-name">
            {file.name}
          </AssetLink>
        )}
        <span className="upload-line-state">
          {sentence(item)}
          {sameAs !== null && (
            <>
              {' · the same file as '}
              <AssetLink asset={sameAs}>{sameAs.name}</AssetLink>
            </>
          )}
        </span>
        {state === 'sending' && (
          <Progress value={file.size === 0 ? 0 : (item.sentBytes / file.size) * 100} size="xs" aria-label={file.name} />
        )}
        {state === 'failed' && (
          <span className="upload-line-actions">
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => queue.retry(key)}
              aria-label={`Try again: ${file.name}`}
            >
              Try again
            </Button>
            {mayTakeIn && item.keptAs !== null && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => void queue.takeIn(key)}
                aria-label={`Take it in all the same: ${file.name}`}
              >
                Take it in all the same
              </Button>
            )}
          </span>
        )}
      </div>
      {(state === 'waiting' || state === 'sending') && (
        <ActionIcon variant="subtle" color="gray" aria-label={`Cancel ${file.name}`} onClick={() => queue.cancel(key)}>
          <IconX size={16} />
        </ActionIcon>
      )}
    </div>
  )
})

function AssetLink({ asset, className, children }: { asset: AssetRef; className?: string; children: ReactNode }) {
  return (
    <Link
      {...(className !== undefined && { className })}
      to="/smartalbum/$scheme"
      params={{ scheme: asset.scheme }}
      search={{ column: asset.scheme, id: asset.id }}
    >
      {children}
    </Link>
  )
}

function StateIcon({ state }: { state: UploadItem['state'] }) {
  if (state === 'done') return <IconCircleCheck size={20} color="var(--descant-accent)" />
  if (state === 'failed') return <IconAlertCircle size={20} color="var(--mantine-color-error)" />
  if (state === 'waiting') return <IconClock size={20} stroke={1.5} />
  return <Loader size={18} />
}

function sentence({ state, file, sentBytes, problem, target }: UploadItem): string {
  if (state === 'waiting') return `Waiting · ${formatBytes(file.size)}`
  if (state === 'sending') return `${formatBytes(Math.min(sentBytes, file.size))} of ${formatBytes(file.size)}`
  if (state === 'processing') return 'Processing…'
  if (state === 'failed') return problem ?? 'Failed'
  if (target.versionOf !== null) return `New version of ${target.versionOf.name}`
  return target.way === undefined ? 'Done' : `Done, in ${target.way.join(' / ')}`
}
