import './folder-contents.css'
import type { TreeNode } from '@descant/contract'
import { IconAlbum, IconFolder } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

/** What a folder holds itself, above the assets of all its albums. */
export function FolderContents({ folder }: { folder: TreeNode }) {
  const inside = folder.children ?? []
  if (inside.length === 0) return null
  return (
    <ul className="folder-contents" aria-label={`In ${folder.name}`}>
      {inside.map(({ id, scheme, name }) => (
        <li key={id}>
          <Link
            {...(scheme === 'folder'
              ? ({ to: '/folder/$folderId', params: { folderId: id } } as const)
              : ({ to: '/album/$albumId', params: { albumId: id } } as const))}
          >
            {scheme === 'folder' ? (
              <IconFolder size={20} stroke={1.5} aria-hidden="true" />
            ) : (
              <IconAlbum size={20} stroke={1.5} aria-hidden="true" />
            )}
            <span>{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
