import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type Linked = { ref?: Ref<HTMLAnchorElement> }

/** A link that looks like a button, for the one thing to do next. */
export const LinkButton = createLink(
  (props: ButtonProps & Linked & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>) => (
    <Button component="a" {...props} />
  ),
)

export const TextLink = createLink(
  (props: AnchorProps & Linked & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>) => (
    <Anchor {...props} />
  ),
)
