import type { TreeNode } from '@descant/contract'
import { FailedState, LoadingState } from '@descant/ui'
import { ActionIcon, Group, Menu, Text, Title } from '@mantine/core'
import { IconAlbum, IconFolder, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { treeQuery } from '../../lib/api/tree.ts'
import { useDam, useMayEdit } from '../../lib/visit.ts'
import { CollectionTree } from './collection-tree.tsx'
import { NewCollectionDialog } from './new-collection-dialog.tsx'
import { findNode, foldersAbove } from './visible-nodes.ts'

/** The tree with its heading and what can be made in it. */
export function CollectionsPanel({ currentId }: { currentId: string | null }) {
  const dam = useDam()
  const mayEdit = useMayEdit()
  const tree = useQuery(treeQuery(dam))
  const [making, setMaking] = useState<'folder' | 'album' | null>(null)
  const navigate = useNavigate()

  return (
    <section aria-labelledby="collections-heading">
      <Group justify="space-between" wrap="nowrap" mb={4} pl={10}>
        <Title order={2} size="sm" id="collections-heading">
          Folders and albums
        </Title>
        {mayEdit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label="New folder or album">
                <IconPlus size={18} stroke={1.8} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconFolder size={18} stroke={1.6} />} onClick={() => setMaking('folder')}>
                New folder
              </Menu.Item>
              <Menu.Item leftSection={<IconAlbum size={18} stroke={1.6} />} onClick={() => setMaking('album')}>
                New album
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <TreeOrState
        nodes={tree.data?.results}
        error={tree.error}
        isLoading={tree.isPending}
        onRetry={() => void tree.refetch()}
        currentId={currentId}
      />
      <NewCollectionDialog
        kind={making}
        parent={folderFor(tree.data?.results ?? [], currentId)}
        onClose={() => setMaking(null)}
        onCreated={(created) =>
          void navigate(
            created.scheme === 'folder'
              ? { to: '/folder/$folderId', params: { folderId: created.id } }
              : { to: '/album/$albumId', params: { albumId: created.id } },
          )
        }
      />
    </section>
  )
}

function TreeOrState({
  nodes,
  error,
  isLoading,
  onRetry,
  currentId,
}: {
  nodes: TreeNode[] | undefined
  error: Error | null
  isLoading: boolean
  onRetry: () => void
  currentId: string | null
}) {
  if (isLoading) return <LoadingState />
  if (nodes === undefined) return <FailedState error={error} onRetry={onRetry} />
  if (nodes.length === 0) {
    return (
      <Text size="sm" c="dimmed" pl={10}>
        No folders or albums yet.
      </Text>
    )
  }
  return <CollectionTree nodes={nodes} currentId={currentId} />
}

/** New things go into the folder one is in; beside the album one is in. */
function folderFor(nodes: TreeNode[], currentId: string | null): TreeNode | null {
  if (currentId === null) return null
  const here = findNode(nodes, currentId)
  if (here?.scheme === 'folder') return here
  return foldersAbove(nodes, currentId).at(-1) ?? null
}
