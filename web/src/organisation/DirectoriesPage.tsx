import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { BranchDirectory } from './BranchDirectory.tsx'
import { EmployerDirectory } from './EmployerDirectory.tsx'
import { OrganisationDirectory } from './OrganisationDirectory.tsx'
import { TopicDirectory } from './TopicDirectory.tsx'

const tabs = ['employers', 'organisations', 'topics', 'branches'] as const
export type DirectoryTab = (typeof tabs)[number]

const route = getRouteApi('/_app/directories/')

export function DirectoriesPage() {
  const { t } = useText()
  const may = useMay()
  const { tab = 'employers' } = route.useSearch()
  const navigate = route.useNavigate()
  const shown = may('directories:write') ? tabs : (['employers'] as const)
  return (
    <>
      <PageHeader title={t('organisation.title')} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) =>
          void navigate({ search: { tab: tabs.find((one) => one === value) ?? 'employers' }, replace: true })
        }
      >
        <Tabs.List mb="md">
          {shown.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`organisation.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="employers">
          <EmployerDirectory />
        </Tabs.Panel>
        <Tabs.Panel value="organisations">
          <OrganisationDirectory />
        </Tabs.Panel>
        <Tabs.Panel value="topics">
          <TopicDirectory />
        </Tabs.Panel>
        <Tabs.Panel value="branches">
          <BranchDirectory />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
