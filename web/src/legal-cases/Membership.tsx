import { IconCheck, IconX } from '@tabler/icons-react'
import type { getScreening } from '@qorgan/shared/legal-terms'
import type { RouteOutput } from '@qorgan/shared/contract'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { LinkAnchor } from '../ui/links.tsx'
import classes from './CasePage.module.css'

/** Is each of them a member, since when, and what did the union do for them before. */
export function Membership({ people }: { people: RouteOutput<typeof getScreening>['members'] }) {
  const { t } = useText()
  const { day } = useFormat()
  return (
    <ul className={classes['rows']}>
      {people.map((person) => (
        <li key={person.memberId} className={classes['check']}>
          {person.isMember ? (
            <IconCheck size={20} className="q-good" aria-hidden />
          ) : (
            <IconX size={20} className="q-attention" aria-hidden />
          )}
          <div>
            <b>{person.fullName}</b>
            <div className={person.isMember ? 'q-dim' : 'q-attention'}>
              {person.isMember
                ? person.joinedOn
                  ? t('legal.screening.memberSince', { day: day(person.joinedOn) })
                  : t('legal.screening.member')
                : person.leftOn
                  ? t('legal.screening.leftOn', { day: day(person.leftOn) })
                  : t('legal.screening.notMember')}
            </div>
            {person.otherCases.length > 0 && (
              <div>
                {t('legal.screening.otherCases')}:{' '}
                {person.otherCases.map((one, i) => (
                  <span key={one.caseId}>
                    {i > 0 && ', '}
                    <LinkAnchor to="/cases/$caseId" params={{ caseId: one.caseId }}>
                      {one.number}
                    </LinkAnchor>
                  </span>
                ))}
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
