import { AppealCategory } from '@qorgan/shared/organisation'
import type { OrganisationDigest } from '@qorgan/shared/reports'
import { useId } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import classes from './Digests.module.css'

interface Props {
  digest: OrganisationDigest
  quarter: string
  branch: string
}

/** One page for one organisation: large figures, plain words, no names. */
export function Digest({ digest, quarter, branch }: Props) {
  const { t } = useText()
  const { label, count, tenge } = useFormat()
  const heading = useId()
  const few = (value: number | null) => (value === null ? t('figures.digests.fewer') : count(value))
  const isQuiet = digest.received === 0 && digest.resolved === 0 && digest.openAtEnd === 0
  const hides = Object.values({ ...digest.byCategory, ...digest }).includes(null)
  // Where one category is small all are hidden: there is nothing to list.
  const categories = AppealCategory.options.filter((category) => digest.byCategory[category])
  return (
    <article className={`q-surface ${classes['page']}`} aria-labelledby={heading}>
      <div className="q-wall" aria-hidden />
      <p className={classes['kicker']}>
        {t('figures.digests.heading')}
        <br />
        {t('figures.digests.quarterName', { number: quarter.slice(5), year: quarter.slice(0, 4) })}
      </p>
      <h2 id={heading}>{label(digest.label)}</h2>
      {isQuiet && !digest.effect ? (
        <p className={classes['quiet']}>{t('figures.digests.nothing')}</p>
      ) : (
        <>
          <dl className={classes['figures']}>
            {(['received', 'resolved', 'positive', 'openAtEnd'] as const).map((key) => (
              <div key={key}>
                <dt>{t(`figures.digests.${key}`)}</dt>
                <dd>{few(digest[key])}</dd>
              </div>
            ))}
          </dl>
          <dl className={classes['money']}>
            <div>
              <dt>{t('figures.digests.effect')}</dt>
              <dd>{digest.effect === null ? t('figures.digests.hiddenMoney') : tenge(digest.effect)}</dd>
            </div>
            <div>
              <dt>{t('figures.digests.people')}</dt>
              <dd>{few(digest.people)}</dd>
            </div>
          </dl>
          {categories.length > 0 && (
            <>
              <h3>{t('figures.digests.byCategory')}</h3>
              <table className={classes['categories']}>
                <tbody>
                  {categories.map((category) => (
                    <tr key={category}>
                      <th scope="row">{t(`category.${category}`)}</th>
                      <td>{count(digest.byCategory[category] ?? 0)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
        </>
      )}
      <footer className={classes['foot']}>
        <p>
          {t('figures.digests.standing')} {hides && t('figures.digests.privacy')}
        </p>
        <p>
          {t('figures.digests.from')}: {branch}
        </p>
      </footer>
    </article>
  )
}
