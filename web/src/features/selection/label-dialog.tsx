import type { ContentRef } from '@descant/client'
import { FormDialog, notify } from '@descant/ui'
import { MultiSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
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
      {kind === 'keyword' ? (
        <KeywordChoice />
      ) : (
        <TextInput label="Tags" name="tag" description="A comma separates several." autoComplete="off" data-autofocus />
      )}
    </FormDialog>
  )
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
