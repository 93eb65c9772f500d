import { createFileRoute } from '@tanstack/react-router'
import { AccountPage } from '../../accounts/AccountPage.tsx'

export const Route = createFileRoute('/_app/account')({ component: AccountPage })
