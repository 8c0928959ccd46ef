import type { TreeNode } from '@descant/contract'
import { FailedState, LoadingState, notify, sentenceOf } from '@descant/ui'
import { ActionIcon, Group, Menu, Text, Title } from '@mantine/core'
import { IconAlbum, IconFolder, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { treeQuery } from '../../lib/api/tree.ts'
import { findNode, foldersAbove } from '../../lib/tree/visible-nodes.ts'
import { useDam, useMayEdit } from '../../lib/visit.ts'
import { changeCollection } from './change-collection.ts'
import { CollectionTree } from './collection-tree.tsx'
import { NewCollectionDialog } from './new-collection-dialog.tsx'

/** The tree with its heading and what can be made in it. */
export function CollectionsPanel({ currentId }: { currentId: string | null }) {
  const dam = useDam()
  const mayEdit = useMayEdit()
  const tree = useQuery(treeQuery(dam))
  const [making, setMaking] = useState<'folder' | 'album' | null>(null)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const move = useMutation({
    mutationFn: ({ node, into }: { node: TreeNode; into: TreeNode | null }) =>
      changeCollection(dam, queries, node, { parentId: into?.id ?? null }),
    onSuccess: (_, { node, into }) => notify(`${node.name} is in ${into?.name ?? 'the library'} now.`),
    onError: (error) => notify(sentenceOf(error)),
  })

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
        onMove={mayEdit ? (node, into) => move.mutate({ node, into }) : undefined}
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
  onMove,
}: {
  nodes: TreeNode[] | undefined
  error: Error | null
  isLoading: boolean
  onRetry: () => void
  currentId: string | null
  onMove: ((moved: TreeNode, into: TreeNode | null) => void) | undefined
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
  return <CollectionTree nodes={nodes} currentId={currentId} {...(onMove && { onMove })} />
}

/** New things go into the folder one is in; beside the album one is in. */
function folderFor(nodes: TreeNode[], currentId: string | null): TreeNode | null {
  if (currentId === null) return null
  const here = findNode(nodes, currentId)
  if (here?.scheme === 'folder') return here
  return foldersAbove(nodes, currentId).at(-1) ?? null
}
