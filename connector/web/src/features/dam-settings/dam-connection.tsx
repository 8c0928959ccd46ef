import './dam-connection.css'
import { sentenceOf } from '@descant/ui'
import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { DamSettings } from '../../../../src/api/dam-settings-wire.ts'
import { count, formatTime } from '../../lib/format.ts'
import { testConnection } from './dam-settings.ts'

/** How the saved connection is doing, and the button that looks at it anew. */
export function DamConnection({ connection }: { connection: NonNullable<DamSettings['connection']> }) {
  const test = useMutation({ mutationFn: testConnection })

  return (
    <section className="dam-connection" aria-labelledby="dam-connection">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} size="h4" id="dam-connection">
            DAM Connection
          </Title>
          <StateBadge connection={connection} />
        </Group>
        <Text>
          Files with the keyword “{connection.keyword}” are imported from {connection.domain}.{' '}
          {count(connection.imported, 'file is', 'files are')} here, {connection.eligible} eligible
          {connection.lastSync === null
            ? ''
            : ` when the library was last looked at, ${formatTime(connection.lastSync)}`}
          .
        </Text>
        {connection.problem !== null && (
          <Alert color="red" title="Importing does not work at the moment">
            {connection.problem}
          </Alert>
        )}
        <div>
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            Test Connection
          </Button>
        </div>
        <div aria-live="polite" className="dam-connection-result">
          {test.isPending && <Text c="dimmed">Looking at Canto…</Text>}
          {test.isSuccess && <Alert color={test.data.isGood ? 'verdigris' : 'red'}>{test.data.sentence}</Alert>}
          {test.isError && <Alert color="red">{sentenceOf(test.error)}</Alert>}
        </div>
      </Stack>
    </section>
  )
}

function StateBadge({ connection: { isGranted, problem } }: { connection: NonNullable<DamSettings['connection']> }) {
  const isGood = isGranted && problem === null
  return (
    <Badge variant="light" size="lg" tt="none" color={isGood ? 'verdigris' : 'red'}>
      {isGood ? 'Connected' : isGranted ? 'Not reachable' : 'Not connected'}
    </Badge>
  )
}
