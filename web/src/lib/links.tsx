import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type AnchorElement<Props> = Props & Omit<ComponentPropsWithRef<'a'>, keyof Props>

/** A way to another page that looks like a button. */
export const LinkButton = createLink((props: AnchorElement<ButtonProps>) => <Button component="a" {...props} />)

/** A way to another page inside a text. */
export const TextLink = createLink((props: AnchorElement<AnchorProps>) => <Anchor {...props} />)
