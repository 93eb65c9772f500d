import type { ConflictCheck, Lawyer } from '@qorgan/shared/lawyers'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './Lawyers.module.css'

interface Props {
  lawyer: Lawyer
  check: ConflictCheck | undefined
  checked: boolean
  onChoose: () => void
}

/** One of the panel against the case: does it fit, how busy, how well it went before. */
export function LawyerOption({ lawyer, check, checked, onChoose }: Props) {
  const { t } = useText()
  const { tenge, number } = useFormat()
  return (
    <label className={classes['option']}>
      <input type="radio" name="lawyer" checked={checked} onChange={onChoose} />
      <span className={classes['who']}>
        <b>{lawyer.fullName}</b>
        <span className="q-dim">{t(`counsel.lawyerKind.${lawyer.kind}`)}</span>
        {check?.decision === 'blocked' && <span className="q-attention">{t('counsel.pick.blocked')}</span>}
      </span>
      {lawyer.fits && (
        <span className={classes['fits']}>
          {(['region', 'specialisation', 'contract'] as const).map((key) => (
            <span key={key} className={lawyer.fits?.[key] ? 'q-good' : 'q-dim'}>
              {lawyer.fits?.[key] ? <IconCheck size={16} aria-hidden /> : <IconMinus size={16} aria-hidden />}
              {t(`counsel.pick.${lawyer.fits?.[key] ? 'fits' : 'fitsNot'}.${key}`)}
            </span>
          ))}
        </span>
      )}
      <span className={classes['load']}>
        {lawyer.activeCases === 0
          ? t('counsel.pick.free')
          : t('counsel.pick.busy', {
              count: lawyer.activeCases,
              value: number(lawyer.activeCases),
              fees: tenge(lawyer.feesCommitted),
            })}
        {lawyer.closedCases > 0 &&
          ` · ${t('counsel.lawyers.won', { won: number(lawyer.wonCases), closed: number(lawyer.closedCases) })}`}
        {lawyer.phone && ` · ${lawyer.phone}`}
      </span>
    </label>
  )
}
