import { createFileRoute } from '@tanstack/react-router'
import { UsersPage } from '../../accounts/UsersPage.tsx'

export const Route = createFileRoute('/_app/users')({ component: UsersPage })
