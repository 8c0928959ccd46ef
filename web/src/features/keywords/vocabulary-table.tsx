import './vocabulary.css'
import type { VocabularyEntry } from '@descant/contract'
import { ConfirmDialog, DataTable, EmptyState, FailedState, LoadingState } from '@descant/ui'
import { Button, Group } from '@mantine/core'
import { IconTags } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { vocabularyQuery } from '../../lib/api/vocabulary.ts'
import { useDam } from '../../lib/visit.ts'
import { removeKeyword } from './change-vocabulary.ts'
import { DescribeKeywordDialog } from './describe-keyword-dialog.tsx'

export function VocabularyTable({
  renderAssets,
}: {
  /** How many carry it, as a way to them. */
  renderAssets: (keyword: VocabularyEntry) => ReactNode
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const vocabulary = useQuery(vocabularyQuery(dam))
  const [describing, setDescribing] = useState<VocabularyEntry | null>(null)
  const [removing, setRemoving] = useState<VocabularyEntry | null>(null)

  if (vocabulary.isPending) return <LoadingState />
  if (vocabulary.isError) return <FailedState error={vocabulary.error} onRetry={() => void vocabulary.refetch()} />
  if (vocabulary.data.results.length === 0) {
    return (
      <EmptyState icon={<IconTags size={40} stroke={1.3} />} title="No keywords yet">
        Keywords are the words that everyone here agrees on. Add the first one above; then it can be put on assets.
      </EmptyState>
    )
  }
  return (
    <>
      <DataTable
        label="Keywords"
        rows={vocabulary.data.results}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Keyword', rowHeader: true, cell: ({ name }) => name },
          { header: 'Description', cell: ({ description }) => description },
          { header: 'Assets', align: 'end', cell: renderAssets },
          {
            header: 'Actions',
            quietHeader: true,
            align: 'end',
            cell: (keyword) => (
              <Group gap="xs" wrap="nowrap" display="inline-flex">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Describe ${keyword.name}`}
                  onClick={() => setDescribing(keyword)}
                >
                  Describe
                </Button>
                <Button
                  size="xs"
                  variant="subtle"
                  color="red"
                  aria-label={`Remove ${keyword.name}`}
                  onClick={() => setRemoving(keyword)}
                >
                  Remove
                </Button>
              </Group>
            ),
          },
        ]}
      />
      <DescribeKeywordDialog keyword={describing} onClose={() => setDescribing(null)} />
      <ConfirmDialog
        opened={removing !== null}
        title={`Remove ${removing?.name ?? ''}?`}
        confirmLabel="Remove"
        danger
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (removing === null) return
          await removeKeyword(dam, removing)
          await Promise.all([
            queries.invalidateQueries({ queryKey: ['vocabulary'] }),
            queries.invalidateQueries({ queryKey: ['assets'] }),
            queries.invalidateQueries({ queryKey: ['asset'] }),
          ])
        }}
      >
        {consequence(removing?.assets ?? 0)}
      </ConfirmDialog>
    </>
  )
}

function consequence(assets: number): string {
  if (assets === 0) return 'No asset carries it.'
  const carried =
    assets === 1 ? '1 asset carries it and loses it.' : `${assets.toLocaleString()} assets carry it and lose it.`
  return `${carried} This cannot be undone.`
}
