import { Alert, Button, Group } from '@mantine/core'

/** Some pages of a list came, others did not. */
export function PartFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <Alert color="red" role="alert" mb="md">
      <Group justify="space-between">
        A part of this list could not be loaded.
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      </Group>
    </Alert>
  )
}
