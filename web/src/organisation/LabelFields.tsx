import { TextInput } from '@mantine/core'
import { useText } from '../i18n/i18n.ts'

export interface LabelText {
  ru: string
  kk: string
  en: string
}
export const labelText = (label?: { ru: string; kk: string; en: string | null }): LabelText => ({
  ru: label?.ru ?? '',
  kk: label?.kk ?? '',
  en: label?.en ?? '',
})
export const labelBody = ({ ru, kk, en }: LabelText) => ({ ru, kk, en: en.trim() === '' ? null : en })

interface Props {
  value: LabelText
  onChange: (patch: Partial<LabelText>) => void
  at: (path: string) => string | undefined
}

export function LabelFields({ value, onChange, at }: Props) {
  const { t } = useText()
  return (
    <>
      <TextInput
        data-autofocus
        required
        label={t('organisation.nameRu')}
        lang="ru"
        maxLength={300}
        value={value.ru}
        onChange={(event) => onChange({ ru: event.currentTarget.value })}
        error={at('name/ru')}
      />
      <TextInput
        required
        label={t('organisation.nameKk')}
        lang="kk"
        maxLength={300}
        value={value.kk}
        onChange={(event) => onChange({ kk: event.currentTarget.value })}
        error={at('name/kk')}
      />
      <TextInput
        label={t('organisation.nameEn')}
        lang="en"
        maxLength={300}
        value={value.en}
        onChange={(event) => onChange({ en: event.currentTarget.value })}
        error={at('name/en')}
      />
    </>
  )
}
