import { createFileRoute } from '@tanstack/react-router'
import { AuditPage } from '../../audit/AuditPage.tsx'
import { auditSearch } from '../../audit/queries.ts'

export const Route = createFileRoute('/_app/audit')({ validateSearch: auditSearch, component: AuditPage })
