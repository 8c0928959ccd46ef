import { notifications } from '@mantine/notifications'

/** Says in passing that something was done that is not in sight any more. */
export function notify(message: string): void {
  notifications.show({ message, autoClose: 6000, withCloseButton: true, closeButtonProps: { 'aria-label': 'Dismiss' } })
}
