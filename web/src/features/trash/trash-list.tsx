import './trash-list.css'
import type { TrashEntry } from '@descant/contract'
import { EmptyState, notify, sentenceOf } from '@descant/ui'
import { Button, Checkbox, Group, Pagination, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { useVisit } from '../../lib/visit.ts'
import { EmptyTrashDialog, EraseDialog } from './erase-dialogs.tsx'
import { pageLength, restore, trashQuery } from './trash.ts'
import { TrashTable } from './trash-table.tsx'

/** What was deleted and can still be had back. What is chosen stays chosen from page to page. */
export function TrashList() {
  const { dam, session } = useVisit()
  const queries = useQueryClient()
  const isAdmin = session.role === 'admin'
  const [page, setPage] = useState(1)
  const trash = useQuery(trashQuery(dam, page))
  const [chosen, setChosen] = useState<ReadonlyMap<string, TrashEntry>>(new Map())
  const [erasing, setErasing] = useState<readonly TrashEntry[]>([])
  const [emptying, setEmptying] = useState(false)

  const restoring = useMutation({
    mutationFn: (ids: readonly string[]) => restore(dam, queries, ids),
    onSuccess: (back) => {
      notify(`${back === 1 ? '1 asset is' : `${back.toLocaleString()} assets are`} back in the library.`)
      setChosen(new Map())
    },
    onError: (error) => notify(sentenceOf(error)),
  })

  const choose = (entries: readonly TrashEntry[], on: boolean) => {
    const next = new Map(chosen)
    for (const entry of entries) on ? next.set(entry.id, entry) : next.delete(entry.id)
    setChosen(next)
  }

  const pages = Math.ceil((trash.data?.found ?? 0) / pageLength)
  // what was on the last page may be gone
  if (trash.data !== undefined && page > 1 && page > pages) setPage(Math.max(1, pages))

  return (
    <Answered question={trash}>
      {({ found, results }) => {
        if (found === 0) {
          return (
            <EmptyState icon={<IconTrash size={40} stroke={1.3} />} title="The trash is empty">
              What is deleted stays here for 30 days.
            </EmptyState>
          )
        }
        const here = results.filter(({ id }) => chosen.has(id)).length
        const count = chosen.size === 0 ? '' : ` ${chosen.size.toLocaleString()}`
        return (
          <>
            <Group className="trash-actions" mb="sm" gap="sm">
              <Checkbox
                label={pages > 1 ? 'Select this page' : 'Select all'}
                checked={here === results.length}
                indeterminate={here > 0 && here < results.length}
                onChange={(event) => choose(results, event.currentTarget.checked)}
              />
              <Button
                size="sm"
                disabled={chosen.size === 0}
                loading={restoring.isPending}
                onClick={() => restoring.mutate([...chosen.keys()])}
              >
                Restore{count}
              </Button>
              {isAdmin && (
                <>
                  <Button
                    size="sm"
                    variant="light"
                    color="red"
                    disabled={chosen.size === 0}
                    onClick={() => setErasing([...chosen.values()])}
                  >
                    Erase{count} now
                  </Button>
                  <Button size="sm" variant="subtle" color="red" onClick={() => setEmptying(true)}>
                    Empty trash
                  </Button>
                </>
              )}
              <Text size="sm" c="dimmed" role="status">
                {found === 1 ? '1 asset' : `${found.toLocaleString()} assets`}
              </Text>
            </Group>
            <TrashTable
              entries={results}
              chosen={chosen}
              onChoose={(entry, on) => choose([entry], on)}
              onRestore={({ id }) => restoring.mutate([id])}
              {...(isAdmin && { onErase: (entry: TrashEntry) => setErasing([entry]) })}
            />
            {pages > 1 && (
              <Pagination
                mt="lg"
                total={pages}
                value={page}
                onChange={setPage}
                getControlProps={(control) => ({ 'aria-label': controlWords[control] })}
                getItemProps={(number) => ({ 'aria-label': `Page ${number}` })}
              />
            )}
            <EraseDialog entries={erasing} onClose={() => setErasing([])} onErased={(gone) => choose(gone, false)} />
            <EmptyTrashDialog
              found={found}
              opened={emptying}
              onClose={() => setEmptying(false)}
              onErased={() => setChosen(new Map())}
            />
          </>
        )
      }}
    </Answered>
  )
}

const controlWords = { first: 'First page', previous: 'Page before', next: 'Next page', last: 'Last page' }
