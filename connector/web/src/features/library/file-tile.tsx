import { Thumbnail } from '@descant/ui'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { FileEntry } from '../../../../src/api/library-wire.ts'
import { formatBytes } from '../../lib/format.ts'

export const FileTile = memo(function FileTile({ file }: { file: FileEntry }) {
  return (
    <Link to="/files/$fileId" params={{ fileId: file.id }} className="file-tile">
      <Thumbnail src={file.thumbnail ?? undefined} alt="" scheme={file.scheme} />
      <span className="file-tile-name" title={file.name}>
        {file.name}
      </span>
      <span className="file-tile-size">{formatBytes(file.size)}</span>
    </Link>
  )
})
