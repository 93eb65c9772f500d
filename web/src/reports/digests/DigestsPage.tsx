import { Input, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import type { OrganisationDigest } from '@qorgan/shared/reports'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../../accounts/may.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { roman } from '../../closing/use-quarter-name.ts'
import { useUnitNames } from '../../organisation/names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { type SheetSize, useSheet } from '../../ui/use-sheet.ts'
import { yearsOfRegister } from '../periods.ts'
import { reportQueries } from '../queries.ts'
import reportClasses from '../Report.module.css'
import { ReportAnswer, ReportFrame } from '../ReportFrame.tsx'
import { Digest } from './Digest.tsx'
import classes from './Digests.module.css'
import { datesOfQuarter } from './quarters.ts'

const route = getRouteApi('/_app/reports_/digests')

/** A page for every primary organisation, to be printed and hung up. */
export function DigestsPage() {
  const { t } = useText()
  const { label, number } = useFormat()
  const me = useMe()
  const { branches, unit } = useUnitNames()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [find, setFind] = useState('')
  const [isActiveOnly, setIsActiveOnly] = useState(true)
  const [size, setSize] = useState<SheetSize>('A5')
  useSheet(size)
  const quarter = search.quarter ?? ''
  // The council sees two hundred and more: it looks at them by branch.
  const branchId = me.activePost.branchId ?? search.branchId ?? branches[0]?.id
  const digests = useQuery({
    ...reportQueries.digests({ ...datesOfQuarter(quarter), branchId }),
    enabled: branchId !== undefined,
  })
  const fits = (one: OrganisationDigest) =>
    label(one.label).toLowerCase().includes(find.trim().toLowerCase()) && !(isActiveOnly && isEmpty(one))
  const change = (next: typeof search) =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false })
  const shown = digests.data?.filter(fits) ?? []
  return (
    <div {...(size === 'A4' ? { className: classes['A4'] } : {})}>
      <ReportFrame
        title={t('figures.digests.title')}
        printTitle={null}
        period={t('figures.digests.hint')}
        controls={
          <div className={reportClasses['controlRow']}>
            <Select
              size="sm"
              label={t('figures.digests.year')}
              w={100}
              allowDeselect={false}
              data={yearsOfRegister(today())}
              value={quarter.slice(0, 4)}
              onChange={(year) => year && change({ quarter: year + quarter.slice(4) })}
            />
            <Input.Wrapper size="sm" labelElement="div" label={t('figures.digests.quarter')}>
              <SegmentedControl
                display="flex"
                aria-label={t('figures.digests.quarter')}
                value={quarter.slice(5)}
                onChange={(value) => change({ quarter: `${quarter.slice(0, 5)}${value}` })}
                data={roman.map((name, i) => ({ value: String(i + 1), label: name }))}
              />
            </Input.Wrapper>
            {me.activePost.branchId === null && (
              <Select
                size="sm"
                label={t('figures.digests.branch')}
                w={260}
                allowDeselect={false}
                searchable
                data={branches.map((branch) => ({ value: branch.id, label: label(branch.name) }))}
                value={branchId ?? null}
                onChange={(value) => value && change({ branchId: value })}
              />
            )}
            <TextInput
              size="sm"
              label={t('figures.digests.find')}
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
            />
            <SegmentedControl
              aria-label={t('figures.digests.size')}
              value={size}
              onChange={(value) => setSize(value === 'A4' ? 'A4' : 'A5')}
              data={['A5', 'A4']}
            />
            <Switch
              size="sm"
              my={8}
              label={t('figures.digests.onlyActive')}
              checked={isActiveOnly}
              onChange={(event) => setIsActiveOnly(event.currentTarget.checked)}
            />
          </div>
        }
      >
        <ReportAnswer answer={digests}>
          {() =>
            shown.length === 0 ? (
              <EmptyState title={t('figures.digests.emptyTitle')} text={t('figures.digests.emptyText')} />
            ) : (
              <>
                <p className={`q-no-print ${classes['count']}`} aria-live="polite">
                  {t('figures.digests.count', { count: shown.length, value: number(shown.length) })}
                </p>
                <div className={classes['pages']}>
                  {shown.map((digest) => (
                    <Digest
                      key={digest.primaryOrganisationId}
                      digest={digest}
                      quarter={quarter}
                      branch={unit(branchId ?? null)}
                    />
                  ))}
                </div>
              </>
            )
          }
        </ReportAnswer>
      </ReportFrame>
    </div>
  )
}

const isEmpty = (digest: OrganisationDigest) =>
  digest.received === 0 && digest.resolved === 0 && digest.openAtEnd === 0 && digest.effect === 0
