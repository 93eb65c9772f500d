import { Fieldset, SimpleGrid, TextInput } from '@mantine/core'
import { useText } from '../i18n/i18n.ts'
import type { LabelText } from '../organisation/LabelFields.tsx'

interface Props {
  name: string
  path: 'title' | 'event'
  value: LabelText
  onChange: (patch: Partial<LabelText>) => void
  at: (path: string) => string | undefined
}

const languages = ['ru', 'kk', 'en'] as const

/** One name in the languages of the interface; English may be left out. */
export function RuleWords({ name, path, value, onChange, at }: Props) {
  const { t } = useText()
  return (
    <Fieldset legend={name} variant="unstyled">
      <SimpleGrid cols={1} spacing={6}>
        {languages.map((language) => (
          <TextInput
            key={language}
            {...(path === 'title' && language === 'ru' ? { 'data-autofocus': true } : {})}
            required={language !== 'en'}
            label={t(`counsel.rules.in.${language}`)}
            lang={language}
            maxLength={300}
            value={value[language]}
            onChange={(event) => onChange({ [language]: event.currentTarget.value })}
            error={at(`${path}/${language}`)}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  )
}
