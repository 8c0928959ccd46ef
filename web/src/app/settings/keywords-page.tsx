import { PageHeading } from '@descant/ui'
import { AddKeywordForm } from '../../features/keywords/add-keyword-form.tsx'
import { VocabularyTable } from '../../features/keywords/vocabulary-table.tsx'
import { TextLink } from '../../lib/links.tsx'

export function KeywordsPage() {
  return (
    <>
      <PageHeading title="Keywords" about="The words that assets may be described with, the same for everyone." />
      <AddKeywordForm />
      <VocabularyTable
        renderAssets={({ name, assets }) =>
          assets === 0 ? (
            '0'
          ) : (
            <TextLink to="/" search={{ keyword: [name] }}>
              {assets.toLocaleString()}
            </TextLink>
          )
        }
      />
    </>
  )
}
