import { Modal, type ModalProps } from '@mantine/core'
import { useReturnedFocus } from './use-returned-focus.ts'

/** A window over the page; the focus goes back to where it came from. */
export function Dialog(props: Omit<ModalProps, 'returnFocus'>) {
  useReturnedFocus(props.opened)
  return <Modal {...props} returnFocus={false} />
}
