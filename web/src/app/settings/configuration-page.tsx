import { PageHeading } from '@descant/ui'
import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../../lib/links.tsx'

export function ConfigurationPage() {
  return (
    <>
      <PageHeading title="Configuration Options" about="How this library works for everyone in it." />
      <div className="settings-cards">
        <Card title="People" about="Who may sign in, and who sees which part.">
          <TextLink to="/settings/configuration/users">See who is here</TextLink>
          <TextLink to="/settings/configuration/portals">Open a part of the library to others</TextLink>
        </Card>
        <Card title="Vocabulary" about="The words that assets are described with, the same for all.">
          <TextLink to="/settings/configuration/keywords">Edit the vocabulary</TextLink>
          <TextLink to="/settings/configuration/custom-fields">Decide what to know of every asset</TextLink>
        </Card>
        <Card
          title="Downloads and rights"
          about="In what sizes pictures are given, and what must be approved or accepted."
        >
          <TextLink to="/settings/configuration/presets">Set download sizes</TextLink>
          <TextLink to="/settings/configuration/rules">Decide about approval and terms</TextLink>
        </Card>
        <Card title="Outside" about="What people without an account can see, and where they hand in files.">
          <TextLink to="/settings/configuration/share-links">See what is shared</TextLink>
          <TextLink to="/settings/configuration/upload-links">Collect files</TextLink>
          <TextLink to="/settings/configuration/outbox">See what was written to whom</TextLink>
        </Card>
        <Card
          title="Other applications"
          about="Which applications may use this library, and what they need to know for it."
        >
          <TextLink to="/settings/configuration/api/keys">See who is connected</TextLink>
          <TextLink to="/settings/configuration/webhooks">Tell others what changes</TextLink>
        </Card>
      </div>
    </>
  )
}

function Card({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className="settings-card">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed">{about}</Text>
      {children}
    </section>
  )
}
