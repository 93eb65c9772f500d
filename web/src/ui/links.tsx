import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  UnstyledButton,
  type UnstyledButtonProps,
} from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ReactNode, Ref } from 'react'

// Mantine's looks with the router's typed addresses.

function ButtonAsLink({
  ref,
  ...props
}: Omit<ButtonProps, 'children'> & { ref?: Ref<HTMLAnchorElement>; children?: ReactNode }) {
  return <Button ref={ref} component="a" {...props} />
}
export const LinkButton = createLink(ButtonAsLink)

function AnchorAsLink({
  ref,
  ...props
}: Omit<AnchorProps, 'children'> & { ref?: Ref<HTMLAnchorElement>; children?: ReactNode; target?: string }) {
  return <Anchor ref={ref} {...props} />
}
export const LinkAnchor = createLink(AnchorAsLink)

function PlainAsLink({
  ref,
  ...props
}: Omit<UnstyledButtonProps, 'children'> & {
  ref?: Ref<HTMLAnchorElement>
  children?: ReactNode
  onClick?: () => void
}) {
  return <UnstyledButton ref={ref} component="a" {...props} />
}
export const PlainLink = createLink(PlainAsLink)
