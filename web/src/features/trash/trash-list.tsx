import type { Restored, TrashEntry, TrashList as TrashPage } from '@descant/contract'
import { DataTable, EmptyState, notify, SchemeIcon, sentenceOf } from '@descant/ui'
import { Button, Checkbox, Group, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { assetsChanged } from '../../lib/api/change-assets.ts'
import type { Dam } from '../../lib/dam.ts'
import { formatBytes } from '../../lib/format-bytes.ts'
import { RowAction } from '../../lib/row-actions.tsx'
import { useDam } from '../../lib/visit.ts'
import { dayOf, momentOf } from '../../lib/wire-time.ts'

/** What was deleted and can still be had back. */
export function TrashList() {
  const dam = useDam()
  const queries = useQueryClient()
  const trash = useInfiniteQuery(trashQuery(dam))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const restoring = useMutation({
    mutationFn: (ids: string[]) => dam.web.json<Restored>('/web/v1/trash/restore', { method: 'POST', body: { ids } }),
    onSuccess: async ({ failed }, ids) => {
      const back = ids.length - failed.length
      notify(`${back === 1 ? '1 asset is' : `${back.toLocaleString()} assets are`} back in the library.`)
      setChosen(new Set())
      await assetsChanged(queries)
    },
    onError: (error) => notify(sentenceOf(error)),
  })
  const entries = trash.data?.pages.flatMap(({ results }) => results) ?? []
  const chosenHere = entries.filter(({ id }) => chosen.has(id)).map(({ id }) => id)

  const choose = (ids: string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    setChosen(next)
  }

  return (
    <Answered question={trash}>
      {() =>
        entries.length === 0 ? (
          <EmptyState icon={<IconTrash size={40} stroke={1.3} />} title="The trash is empty">
            What is deleted stays here for 30 days.
          </EmptyState>
        ) : (
          <>
            <Group mb="md" mih={36}>
              <Checkbox
                label="Select all"
                checked={chosenHere.length === entries.length}
                indeterminate={chosenHere.length > 0 && chosenHere.length < entries.length}
                onChange={(event) =>
                  choose(
                    entries.map(({ id }) => id),
                    event.currentTarget.checked,
                  )
                }
              />
              <Button
                size="sm"
                disabled={chosenHere.length === 0}
                loading={restoring.isPending}
                onClick={() => restoring.mutate(chosenHere)}
              >
                {chosenHere.length === 0 ? 'Restore' : `Restore ${chosenHere.length.toLocaleString()}`}
              </Button>
            </Group>
            <DataTable
              label="Deleted assets"
              rows={entries}
              rowKey={({ id }) => id}
              columns={[
                {
                  header: 'Name',
                  rowHeader: true,
                  cell: (entry) => (
                    <DeletedAsset
                      entry={entry}
                      chosen={chosen.has(entry.id)}
                      onChoose={(on) => choose([entry.id], on)}
                    />
                  ),
                },
                { header: 'Owner', cell: ({ owner, ownerName }) => ownerName || owner },
                { header: 'Deleted', cell: ({ deleted }) => momentOf(deleted) },
                { header: 'Erased for good', cell: ({ erased }) => dayOf(erased) },
                {
                  header: 'Actions',
                  quietHeader: true,
                  align: 'end',
                  cell: ({ id, name }) => (
                    <RowAction of={name} onClick={() => restoring.mutate([id])}>
                      Restore
                    </RowAction>
                  ),
                },
              ]}
            />
            {trash.hasNextPage && (
              <Button
                variant="default"
                mt="md"
                loading={trash.isFetchingNextPage}
                onClick={() => void trash.fetchNextPage()}
              >
                Show more
              </Button>
            )}
          </>
        )
      }
    </Answered>
  )
}

function DeletedAsset({
  entry,
  chosen,
  onChoose,
}: {
  entry: TrashEntry
  chosen: boolean
  onChoose: (on: boolean) => void
}) {
  return (
    <Group gap="sm" wrap="nowrap">
      <Checkbox
        aria-label={`Select ${entry.name}`}
        checked={chosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <SchemeIcon scheme={entry.scheme} />
      <div>
        {entry.name}
        <Text size="sm" c="dimmed">
          {formatBytes(Number(entry.size))}
        </Text>
      </div>
    </Group>
  )
}

const trashQuery = (dam: Dam) =>
  infiniteQueryOptions({
    queryKey: ['trash'],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      dam.web.json<TrashPage>(`/web/v1/trash?start=${pageParam}&limit=100`, { signal }),
    getNextPageParam: ({ found }, pages) => {
      const got = pages.reduce((sum, { results }) => sum + results.length, 0)
      return got < found ? got : undefined
    },
  })
