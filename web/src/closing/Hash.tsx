import { ActionIcon } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useText } from '../i18n/i18n.ts'
import { toast } from '../ui/toast.ts'
import classes from './Hash.module.css'

/** All sixty-four digits in groups of eight, as on paper. */
export function Hash({ sha256 }: { sha256: string }) {
  const { t } = useText()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sha256)
      toast(t('closing.hash.copied'))
    } catch {
      toast(t('closing.hash.notCopied'), 'problem')
    }
  }
  return (
    <div className={classes['hashLine']}>
      <span className={classes['hashName']}>SHA-256</span>
      <code className={classes['hash']}>{sha256.match(/.{8}/g)?.join(' ') ?? sha256}</code>
      <ActionIcon
        className="q-no-print"
        size="md"
        variant="default"
        aria-label={t('action.copy')}
        title={t('action.copy')}
        onClick={() => void copy()}
      >
        <IconCopy size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}
