import './folder-cards.css'
import { IconFolder } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { FolderList } from '../../../../src/api/library-wire.ts'
import { count, formatBytes } from '../../lib/format.ts'

export function FolderCards({ folders }: { folders: FolderList['results'] }) {
  return (
    <ul className="folder-cards" aria-label="Folders">
      {folders.map(({ id, name, files, bytes }) => (
        <li key={id}>
          <Link to="/folders/$folderId" params={{ folderId: id }} className="folder-card">
            <IconFolder size={30} stroke={1.3} aria-hidden="true" />
            <span className="folder-card-name">{name}</span>
            <span className="folder-card-size">
              {count(files, 'file', 'files')}, {formatBytes(bytes)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
