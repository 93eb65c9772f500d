import { createFileRoute } from '@tanstack/react-router'
import { NewMemberPage } from '../../../members/NewMemberPage.tsx'

export const Route = createFileRoute('/_app/members/new')({ component: NewMemberPage })
