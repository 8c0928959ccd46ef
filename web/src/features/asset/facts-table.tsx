import { Anchor, Title } from '@mantine/core'

export type Fact = { name: string; value: string }

/** Names and values, under a heading. Nothing is shown when there is nothing to say. */
export function FactsTable({ title, facts }: { title: string; facts: Fact[] }) {
  if (facts.length === 0) return null
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <dl className="facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {isWebAddress(value) ? (
                <Anchor inherit href={value} target="_blank" rel="noreferrer noopener">
                  {value}
                </Anchor>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
