import { Anchor, TextInput, Title } from '@mantine/core'
import { useId, useState } from 'react'
import { mapAddress, parsePosition } from './geo-position.ts'

export type Fact = { name: string; value: string }

/** Names and values, under a heading. Nothing is shown when there is nothing to say; many can be searched. */
export function FactsTable({
  title,
  facts,
  searchable = false,
}: {
  title: string
  facts: Fact[]
  searchable?: boolean
}) {
  const [sought, setSought] = useState('')
  const heading = useId()
  if (facts.length === 0) return null
  const shown = facts.filter((fact) => holds(fact, sought))

  return (
    <section aria-labelledby={heading}>
      <Title order={2} size="h4" mb="xs" id={heading}>
        {title}
      </Title>
      {searchable && facts.length > manyFacts && (
        <TextInput
          type="search"
          size="xs"
          mb="xs"
          aria-label={`Search in ${title.toLowerCase()}`}
          placeholder={`Search in ${facts.length} entries`}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 && <p role="status">Nothing of that kind here.</p>}
      {shown.length > 0 && (
        <dl className="facts">
          {shown.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <FactValue value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function FactValue({ value }: { value: string }) {
  const position = parsePosition(value)
  const address = isWebAddress(value) ? value : position && mapAddress(position)
  if (!address) return value
  return (
    <Anchor inherit href={address} target="_blank" rel="noreferrer noopener">
      {value}
    </Anchor>
  )
}

const manyFacts = 12

/** Every word of it, in the name or the value. */
function holds({ name, value }: Fact, sought: string): boolean {
  const text = `${name} ${value}`.toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
