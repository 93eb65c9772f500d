import { ActionIcon, Button, Text, TextInput, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { today } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import type { SignerDraft } from './draft.ts'
import classes from './PrintSettings.module.css'

interface Props {
  value: SignerDraft[]
  onChange: (signers: SignerDraft[]) => void
  at: (path: string) => string | undefined
  readOnly: boolean
}

/** Who signs, each from a day on: a report of last year carries who was in office then. */
export function SignersField({ value, onChange, at, readOnly }: Props) {
  const { t } = useText()
  const set = (index: number, patch: Partial<SignerDraft>) =>
    onChange(value.map((signer, i) => (i === index ? { ...signer, ...patch } : signer)))
  return (
    <section className="q-surface q-pad">
      <Title order={2}>{t('figures.printSettings.signers')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('figures.printSettings.signersHint')}
      </Text>
      {value.length === 0 && <Text>{t('figures.printSettings.noSigners')}</Text>}
      <ul className={classes['signers']}>
        {value.map((signer, i) => (
          // Rows have no identity of their own, and are not reordered.
          <li key={i}>
            <TextInput
              label={t('figures.printSettings.post')}
              required
              readOnly={readOnly}
              value={signer.post}
              onChange={(event) => set(i, { post: event.currentTarget.value })}
              error={at(`${i}/post`)}
            />
            <TextInput
              lang="kk"
              label={t('figures.printSettings.postKk')}
              readOnly={readOnly}
              value={signer.postKk}
              onChange={(event) => set(i, { postKk: event.currentTarget.value })}
              error={at(`${i}/postKk`)}
            />
            <TextInput
              label={t('figures.printSettings.fullName')}
              required
              readOnly={readOnly}
              value={signer.fullName}
              onChange={(event) => set(i, { fullName: event.currentTarget.value })}
              error={at(`${i}/fullName`)}
            />
            <DayInput
              label={t('figures.printSettings.since')}
              required
              readOnly={readOnly}
              value={signer.from}
              onChange={(from) => set(i, { from })}
              error={at(`${i}/from`)}
            />
            {!readOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="xl"
                aria-label={t('figures.printSettings.removeSigner', { name: signer.fullName })}
                onClick={() => onChange(value.filter((_, index) => index !== i))}
              >
                <IconTrash size={20} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && value.length < 20 && (
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange([...value, { post: '', postKk: '', fullName: '', from: today() }])}
        >
          {t('figures.printSettings.addSigner')}
        </Button>
      )}
    </section>
  )
}
