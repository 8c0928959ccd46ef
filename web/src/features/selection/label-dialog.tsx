import type { ContentRef } from '@descant/client'
import { FormDialog, notify } from '@descant/ui'
import { MultiSelect, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { batchValuesQuery } from '../../lib/api/batch-values.ts'
import { assetsChanged, editAssets } from '../../lib/api/change-assets.ts'
import { vocabularyQuery } from '../../lib/api/vocabulary.ts'
import { choiceDivider, enteredChoices } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'
import { assetsInWords } from './assets-in-words.ts'

type Kind = 'keyword' | 'tag'
type Way = 'add' | 'remove'

/** Puts keywords or tags on all selected assets, or takes them off. */
export function LabelDialog({
  kind,
  assets,
  opened,
  onClose,
}: {
  kind: Kind
  assets: readonly ContentRef[]
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const [way, setWay] = useState<Way>('add')
  const values = useQuery({ ...batchValuesQuery(dam, assets), enabled: opened })
  const common = values.data?.[kind] ?? []

  return (
    <FormDialog
      opened={opened}
      title={`${kind === 'keyword' ? 'Keywords' : 'Tags'} of ${assetsInWords(assets.length)}`}
      submitLabel={way === 'add' ? 'Add' : 'Remove'}
      onClose={onClose}
      onSubmit={async (entered) => {
        const propertyValue = wordsIn(entered, kind)
        if (propertyValue.length === 0) throw new Error(`Choose at least one ${kind}.`)
        await editAssets(dam, assets, [{ propertyId: kind, propertyValue, action: way }])
        await assetsChanged(queries)
        notify(`${way === 'add' ? 'Added to' : 'Removed from'} ${assetsInWords(assets.length)}.`)
      }}
    >
      <SegmentedControl
        aria-label="What to do"
        data={[
          { value: 'add', label: 'Add' },
          { value: 'remove', label: 'Remove' },
        ]}
        value={way}
        onChange={(next) => setWay(next as Way)}
      />
      <Text size="sm" c="dimmed" role="status">
        {values.isPending ? 'Looking what they have in common…' : inCommon(kind, common)}
      </Text>
      {kind === 'keyword' ? (
        <KeywordChoice />
      ) : (
        <TextInput label="Tags" name="tag" description="A comma separates several." autoComplete="off" data-autofocus />
      )}
    </FormDialog>
  )
}

function inCommon(kind: Kind, common: readonly string[]): string {
  if (common.length === 0) return `No ${kind} is on all of them.`
  return `On all of them: ${common.join(', ')}.`
}

function KeywordChoice() {
  const vocabulary = useQuery(vocabularyQuery(useDam()))
  return (
    <MultiSelect
      label="Keywords"
      name="keyword"
      data={(vocabulary.data?.results ?? []).map(({ name }) => name)}
      hiddenInputValuesDivider={choiceDivider}
      searchable
      hidePickedOptions
      limit={100}
      nothingFoundMessage={vocabulary.isPending ? 'Loading…' : 'Not in the vocabulary'}
      error={vocabulary.isError ? 'The keywords could not be loaded.' : undefined}
      openOnFocus={false}
      data-autofocus
    />
  )
}

function wordsIn(entered: FormData, kind: Kind): string[] {
  if (kind === 'keyword') return enteredChoices(entered, kind)
  const words = String(entered.get(kind) ?? '').split(',')
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))]
}
