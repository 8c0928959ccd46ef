import { PageHeading } from '@descant/ui'
import { Text, Title } from '@mantine/core'
import { TextLink } from '../../lib/links.tsx'

export function ConfigurationPage() {
  return (
    <>
      <PageHeading title="Configuration Options" about="How this library works for everyone in it." />
      <div className="settings-cards">
        <section className="settings-card">
          <Title order={2} size="h4">
            Other applications
          </Title>
          <Text c="dimmed">Which applications may use this library, and what they need to know for it.</Text>
          <TextLink to="/settings/configuration/api/keys">See who is connected</TextLink>
        </section>
        <section className="settings-card">
          <Title order={2} size="h4">
            Vocabulary
          </Title>
          <Text c="dimmed">The words that assets are described with, the same for all.</Text>
          <TextLink to="/settings/configuration/keywords">Edit the vocabulary</TextLink>
        </section>
      </div>
    </>
  )
}
