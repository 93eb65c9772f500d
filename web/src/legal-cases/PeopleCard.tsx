import { Button, Group, Text, Title } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { AddPersonDialog } from './AddPersonDialog.tsx'
import classes from './CasePage.module.css'
import { Phone } from './Phone.tsx'
import { RoleDialog } from './RoleDialog.tsx'

/** Whom the case is about, each with their part in it. */
export function PeopleCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const may = useMay()
  const [open, setOpen] = useState<string | null>(null)
  const changed = legalCase.members.find((one) => one.id === open)
  const close = () => setOpen(null)
  return (
    <section className="q-surface q-pad" id="people" tabIndex={-1} aria-labelledby="people-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="people-title">
          {t('legal.people.title')}
        </Title>
        {legalCase.can.members && (
          <Button
            className="q-no-print"
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setOpen('new')}
          >
            {t('legal.people.add')}
          </Button>
        )}
      </Group>
      {legalCase.members.length === 0 && <Text c="dimmed">{t('legal.people.none')}</Text>}
      <ul className={classes['rows']}>
        {legalCase.members.map((person, i) => (
          // Pseudonyms have no id of their own.
          <li key={`${person.id}.${i}`} className={classes['person']}>
            <div>
              <Text fw={600}>
                {person.memberId && may('members:read') ? (
                  <LinkAnchor to="/members/$memberId" params={{ memberId: person.memberId }} fw={600}>
                    {person.fullName}
                  </LinkAnchor>
                ) : (
                  person.fullName
                )}
              </Text>
              <Text size="sm" c="dimmed">
                {person.role && t(`legal.role.${person.role}`)}
              </Text>
            </div>
            <Phone number={person.phone} />
            {person.can.edit && (
              <Button className="q-no-print" size="xs" variant="subtle" onClick={() => setOpen(person.id)}>
                {t('legal.people.changeRole')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' && <AddPersonDialog legalCase={legalCase} onClose={close} />}
      {changed && <RoleDialog caseId={legalCase.id} person={changed} onClose={close} />}
    </section>
  )
}
