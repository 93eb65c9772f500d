import { createFileRoute } from '@tanstack/react-router'
import { DirectoriesPage, type DirectoryTab } from '../../../organisation/DirectoriesPage.tsx'

const tabs: readonly DirectoryTab[] = ['employers', 'organisations', 'topics', 'branches']

export const Route = createFileRoute('/_app/directories/')({
  validateSearch: (raw: Record<string, unknown>): { tab?: DirectoryTab } => {
    const tab = tabs.find((one) => one === raw['tab'])
    return tab ? { tab } : {}
  },
  component: DirectoriesPage,
})
