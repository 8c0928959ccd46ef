import { IconActivity, IconFolder, IconLibraryPhoto } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { foldersQuery } from '../features/library/folders.ts'

const exact = { exact: true } as const
const icon = { size: 18, stroke: 1.6, 'aria-hidden': true }

/** The library's folders, and what goes on. */
export function SideColumn() {
  const folders = useQuery(foldersQuery)
  return (
    <ul className="side-column">
      <li>
        <Link to="/" activeOptions={exact}>
          <IconLibraryPhoto {...icon} />
          Library
        </Link>
        <ul>
          {folders.data?.results.map(({ id, name, files }) => (
            <li key={id}>
              <Link to="/folders/$folderId" params={{ folderId: id }}>
                <IconFolder {...icon} />
                {name}
                <span className="side-column-count">{files}</span>
              </Link>
            </li>
          ))}
        </ul>
      </li>
      <li>
        <Link to="/activity">
          <IconActivity {...icon} />
          Activity
        </Link>
      </li>
    </ul>
  )
}
