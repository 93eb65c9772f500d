import { Button, Text, Title } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import pageClasses from '../appeals/AppealPage.module.css'
import { useText } from '../i18n/i18n.ts'
import { LinkButton } from '../ui/links.tsx'
import type { CaseDialogName } from './CaseDialogs.tsx'

const order = ['decide', 'close', 'reopen', 'merge'] as const

/** What can be done with the case itself; the server says what. */
export function CaseActions({ legalCase, onOpen }: { legalCase: LegalCase; onOpen: (name: CaseDialogName) => void }) {
  const { t } = useText()
  const possible = order.filter((action) => legalCase.can[action])
  return (
    <section className="q-surface q-pad q-no-print" aria-labelledby="actions">
      <Title order={2} id="actions" mb="xs">
        {t('appeals.page.actions')}
      </Title>
      {possible.length === 0 && !legalCase.can.edit && (
        <Text size="sm" c="dimmed">
          {t('legal.page.readOnly')}
        </Text>
      )}
      <div className={pageClasses['actions']}>
        {legalCase.can.edit && legalCase.status !== 'closed' && (
          <Button variant="default" onClick={() => onOpen('stage')}>
            {t('legal.action.stage')}
          </Button>
        )}
        {possible.map((action) => (
          <Button key={action} variant="default" onClick={() => onOpen(action)}>
            {t(`legal.action.${action}`)}
          </Button>
        ))}
        {legalCase.can.edit && (
          <LinkButton variant="default" to="/cases/$caseId/edit" params={{ caseId: legalCase.id }}>
            {t('legal.action.edit')}
          </LinkButton>
        )}
      </div>
    </section>
  )
}
