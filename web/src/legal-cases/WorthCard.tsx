import { Button, Group, Text, Title } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { IconPlus } from '@tabler/icons-react'
import { useMay } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { LinkAnchor } from '../ui/links.tsx'
import classes from './CasePage.module.css'

/** What it brought beside what it cost. The ledger is the appeal's: one effect is counted once. */
export function WorthCard({ legalCase, onAdd }: { legalCase: LegalCase; onAdd: () => void }) {
  const { t } = useText()
  const { tenge } = useFormat()
  const may = useMay()
  const { effect, money, appealId, appealNumber } = legalCase
  if (!effect) return null
  const sums = [
    { key: 'received', name: t('effects.received'), value: effect.received },
    ...(['agreed', 'claimed'] as const)
      .filter((stage) => effect[stage] > 0)
      .map((stage) => ({ key: stage, name: t(`effects.${stage}`), value: effect[stage] })),
    ...(money ? [{ key: 'cost', name: t('legal.worth.cost'), value: money.paid }] : []),
  ]
  return (
    <section className="q-surface q-pad" id="worth" tabIndex={-1} aria-labelledby="worth-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="worth-title">
          {t('legal.worth.title')}
        </Title>
        {appealId && may('legalCases:work') && (
          <Button
            className="q-no-print"
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={onAdd}
          >
            {t('effects.add')}
          </Button>
        )}
      </Group>
      <dl className={classes['sums']}>
        {sums.map((sum) => (
          <div key={sum.key}>
            <dt>{sum.name}</dt>
            <dd>{tenge(sum.value)}</dd>
          </div>
        ))}
      </dl>
      {appealId && may('effects:read') && (
        <Text size="sm" mt="xs">
          <LinkAnchor to="/effects" search={{ appealId: [appealId] }}>
            {t('legal.worth.ledger', { number: appealNumber ?? '' })}
          </LinkAnchor>
        </Text>
      )}
    </section>
  )
}
