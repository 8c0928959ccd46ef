import type { ContentRef } from '@descant/client'
import { sentenceOf } from '@descant/ui'
import { Alert, Select, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { vocabularyQuery } from '../../lib/api/vocabulary.ts'
import { useDam } from '../../lib/visit.ts'
import { useLabelChange } from './change-labels.ts'
import { LabelList } from './label-list.tsx'

/** Keywords come from the vocabulary, so they are chosen, not typed. */
export function KeywordsSection({
  asset,
  keywords,
  mayEdit,
}: {
  asset: ContentRef
  keywords: string[]
  mayEdit: boolean
}) {
  const change = useLabelChange(asset, 'keyword')

  return (
    <section aria-labelledby="keywords-heading">
      <Title order={2} size="h4" id="keywords-heading">
        Keywords
      </Title>
      <LabelList
        labels={keywords}
        noun="keyword"
        onRemove={mayEdit ? (label) => change.mutate({ label, present: false }) : null}
      />
      {mayEdit && <KeywordChoice carried={keywords} onChoose={(label) => change.mutate({ label, present: true })} />}
      {change.isError && (
        <Alert color="red" role="alert" mt="xs">
          {sentenceOf(change.error)}
        </Alert>
      )}
    </section>
  )
}

function KeywordChoice({ carried, onChoose }: { carried: string[]; onChoose: (keyword: string) => void }) {
  const vocabulary = useQuery(vocabularyQuery(useDam()))
  const [typed, setTyped] = useState('')
  const known = vocabulary.data?.results ?? []
  const choices = known.map(({ name }) => name).filter((name) => !carried.includes(name))

  return (
    <Select
      aria-label="Add a keyword"
      placeholder="Add a keyword"
      data={choices}
      value={null}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      selectFirstOptionOnChange
      limit={100}
      nothingFoundMessage={nothingFound(vocabulary.isPending, known.length)}
      error={vocabulary.isError ? sentenceOf(vocabulary.error) : undefined}
      onChange={(keyword) => {
        if (keyword === null) return
        onChoose(keyword)
        setTyped('')
      }}
    />
  )
}

function nothingFound(isPending: boolean, known: number): string {
  if (isPending) return 'Loading…'
  if (known === 0) return 'The vocabulary is empty. An administrator can add keywords in settings.'
  return 'Not in the vocabulary'
}
