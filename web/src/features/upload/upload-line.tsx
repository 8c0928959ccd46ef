import { Button, Loader, Progress } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconClock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { formatBytes } from '../../lib/format-bytes.ts'
import type { UploadItem } from './upload-item.ts'

export function UploadLine({ item, onRetry }: { item: UploadItem; onRetry: () => void }) {
  const { file, state, asset } = item
  return (
    <li className="upload-line" data-state={state}>
      <span className="upload-line-icon" aria-hidden="true">
        <StateIcon state={state} />
      </span>
      <div className="upload-line-body">
        {asset === null ? (
          <span className="upload-line-name">{file.name}</span>
        ) : (
          <Link
            className="upload-line-name"
            to="/smartalbum/$scheme"
            params={{ scheme: asset.scheme }}
            search={{ column: asset.scheme, id: asset.id }}
          >
            {file.name}
          </Link>
        )}
        <span className="upload-line-state">{sentence(item)}</span>
        {state === 'sending' && (
          <Progress value={file.size === 0 ? 0 : (item.sentBytes / file.size) * 100} size="xs" aria-label={file.name} />
        )}
      </div>
      {state === 'failed' && (
        <Button size="compact-xs" variant="default" onClick={onRetry} aria-label={`Try ${file.name} again`}>
          Try again
        </Button>
      )}
    </li>
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
  return target.versionOf === null ? 'Done' : `New version of ${target.versionOf.name}`
}
