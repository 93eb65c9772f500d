import type { ConflictMatch } from '@qorgan/shared/lawyers'
import { useText } from '../i18n/i18n.ts'
import { LinkAnchor } from '../ui/links.tsx'
import classes from './Lawyers.module.css'

/** What a check has found. Nothing found is an answer, too. */
export function ConflictMatches({ matches }: { matches: readonly ConflictMatch[] }) {
  const { t } = useText()
  if (matches.length === 0) return <p className="q-dim">{t('counsel.checks.nothing')}</p>
  return (
    <ul className={classes['matches']}>
      {matches.map((match) => (
        <li key={[match.kind, match.caseId, match.memberId, match.employerId, match.name].join()}>
          {t(`counsel.checks.match.${match.kind}`)}: <b>{match.name}</b>
          {match.caseId && match.caseNumber && (
            <>
              {', '}
              <LinkAnchor to="/cases/$caseId" params={{ caseId: match.caseId }} target="_blank">
                {match.caseNumber}
              </LinkAnchor>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
