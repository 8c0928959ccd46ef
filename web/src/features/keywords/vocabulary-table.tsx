import './vocabulary.css'
import type { VocabularyEntry } from '@descant/contract'
import { EditedTable } from '@descant/ui'
import { IconTags } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Answered } from '../../lib/answered.tsx'
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

  return (
    <Answered question={vocabulary}>
      {({ results }) => (
        <EditedTable
          label="Keywords"
          rows={results}
          rowKey={({ id }) => id}
          nameOf={({ name }) => name}
          columns={[
            { header: 'Keyword', rowHeader: true, cell: ({ name }) => name },
            { header: 'Description', cell: ({ description }) => description },
            { header: 'Assets', align: 'end', cell: renderAssets },
          ]}
          empty={{
            icon: <IconTags size={40} stroke={1.3} />,
            title: 'No keywords yet',
            text: 'Keywords are the words that everyone here agrees on. Add the first one above; then it can be put on assets.',
          }}
          edit={{
            label: 'Describe',
            renderDialog: (keyword, onClose) => <DescribeKeywordDialog keyword={keyword} onClose={onClose} />,
          }}
          remove={{
            label: 'Remove',
            consequence: ({ assets }) => consequence(assets),
            run: async (keyword) => {
              await removeKeyword(dam, keyword)
              await Promise.all(
                ['vocabulary', 'assets', 'asset'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
              )
            },
          }}
        />
      )}
    </Answered>
  )
}

function consequence(assets: number): string {
  if (assets === 0) return 'No asset carries it.'
  const carried =
    assets === 1 ? '1 asset carries it and loses it.' : `${assets.toLocaleString()} assets carry it and lose it.`
  return `${carried} This cannot be undone.`
}
