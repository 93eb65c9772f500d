import { IconUserExclamation } from '@tabler/icons-react'
import { useText } from '../i18n/i18n.ts'
import classes from './Words.module.css'
import { personalWords } from './personal-words.ts'

/** The report is printed and read by many: names do not belong there. It asks, it does not forbid. */
export function NameWarning({ text, names = [] }: { text: string; names?: readonly string[] }) {
  const { t } = useText()
  const found = personalWords(text, names)
  return (
    <div role="status">
      {found.length > 0 && (
        <p className={classes['nameWarning']}>
          <IconUserExclamation size={18} aria-hidden />
          <span>{t('closing.words.nameFound', { words: found.map((one) => `«${one}»`).join(', ') })}</span>
        </p>
      )}
    </div>
  )
}
