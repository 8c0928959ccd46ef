import { Progress, Stack, Text } from '@mantine/core'
import type { ActivityList } from '../../../../src/api/activity-wire.ts'
import { count, formatBytes } from '../../lib/format.ts'

/** Files whose bytes are coming right now. */
export function RunningFiles({ running, waiting }: Pick<ActivityList, 'running' | 'waiting'>) {
  if (running.length === 0 && waiting === 0) {
    return <Text c="dimmed">Nothing is being imported right now.</Text>
  }
  return (
    <Stack gap="sm">
      {running.map(({ id, name, size, received }) => (
        <div key={id}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {name}, {formatBytes(received)} of {formatBytes(size)}
          </Text>
          <Progress value={size === 0 ? 100 : (received / size) * 100} aria-label={`Import of ${name}`} mt={4} />
        </div>
      ))}
      {waiting > 0 && <Text c="dimmed">{count(waiting, 'file waits', 'files wait')} for their turn.</Text>}
    </Stack>
  )
}
