import type { ContentRef } from '@descant/client'
import { sentenceOf } from '@descant/ui'
import { Alert, Autocomplete, Button, Group, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useLabelChange } from './change-labels.ts'
import { LabelList } from './label-list.tsx'
import { useTagSuggestions } from './use-tag-suggestions.ts'

/** Tags are anybody's words. A comma separates several. */
export function TagsSection({ asset, tags, mayEdit }: { asset: ContentRef; tags: string[]; mayEdit: boolean }) {
  const change = useLabelChange(asset, 'tag')
  const [typed, setTyped] = useState('')
  const known = useTagSuggestions(typed)

  const add = (event: FormEvent) => {
    event.preventDefault()
    for (const label of new Set(typed.split(',').map((word) => word.trim()))) {
      if (label !== '' && !tags.includes(label)) change.mutate({ label, present: true })
    }
    setTyped('')
  }

  return (
    <section aria-labelledby="tags-heading">
      <Title order={2} size="h4" id="tags-heading">
        Tags
      </Title>
      <LabelList
        labels={tags}
        noun="tag"
        onRemove={mayEdit ? (label) => change.mutate({ label, present: false }) : null}
      />
      {mayEdit && (
        <form onSubmit={add}>
          <Group gap="xs" wrap="nowrap">
            <Autocomplete
              aria-label="Add a tag"
              placeholder="Add a tag"
              value={typed}
              onChange={setTyped}
              data={known.filter((tag) => !tags.includes(tag))}
              // the server found them by the beginnings of words
              filter={({ options }) => options}
              flex={1}
            />
            <Button type="submit" variant="default" disabled={typed.trim() === ''}>
              Add tag
            </Button>
          </Group>
        </form>
      )}
      {change.isError && (
        <Alert color="red" role="alert" mt="xs">
          {sentenceOf(change.error)}
        </Alert>
      )}
    </section>
  )
}
