import { Button, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import formClasses from '../appeals/AppealForm.module.css'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { CaseStatusBadge } from './CaseStatusBadge.tsx'
import type { CaseText } from './draft.ts'
import { caseQueries } from './queries.ts'

interface Props {
  value: CaseText
  onChange: (patch: Partial<CaseText>) => void
}

/** While one writes: what these people had before, so that a repeat is linked. */
export function CaseHints({ value, onChange }: Props) {
  const { t } = useText()
  const { day } = useFormat()
  const memberId = value.people.map((person) => person.id)
  const asked = memberId.length > 0
  const cases = useQuery({ ...caseQueries.some({ memberId }), enabled: asked }).data?.items ?? []
  return (
    <section className="q-surface q-pad" aria-live="polite">
      <Title order={2} fz="1rem" mb={4}>
        {t('legal.form.before')}
      </Title>
      {!asked && (
        <Text size="sm" c="dimmed">
          {t('legal.form.beforeWait')}
        </Text>
      )}
      {asked && cases.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('legal.form.beforeNone')}
        </Text>
      )}
      <ul className={formClasses['similar']}>
        {cases.map((one) => (
          <li key={one.id}>
            <LinkAnchor to="/cases/$caseId" params={{ caseId: one.id }} target="_blank" fw={600}>
              {one.number}
            </LinkAnchor>{' '}
            {one.openedOn && <span className="q-dim">{day(one.openedOn)}</span>} <CaseStatusBadge legalCase={one} />
            <div>{one.summary}</div>
            {value.repeatOf?.caseId !== one.id && (
              <Button
                size="compact-sm"
                mt={4}
                variant="light"
                onClick={() => onChange({ repeatOf: { caseId: one.id, number: one.number } })}
              >
                {t('legal.form.linkRepeat')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
