import { Fieldset, Stack, Textarea, VisuallyHidden } from '@mantine/core'
import { locales, useText } from '../../i18n/i18n.ts'
import type { Words } from './draft.ts'

interface Props {
  legend: string
  isLegendHidden?: boolean
  value: Words
  onChange: (words: Words) => void
  at: (language: keyof Words) => string | undefined
  readOnly: boolean
}

/** One text of the paper in the three languages. */
export function WordsField({ legend, isLegendHidden = false, value, onChange, at, readOnly }: Props) {
  const { t } = useText()
  return (
    <Fieldset
      variant="unstyled"
      legend={isLegendHidden ? <VisuallyHidden>{legend}</VisuallyHidden> : legend}
      styles={{ legend: { fontWeight: 600, marginBottom: 4 } }}
    >
      <Stack gap="xs">
        {locales.map((language) => (
          <Textarea
            key={language}
            lang={language}
            minRows={1}
            required={language !== 'en'}
            readOnly={readOnly}
            label={t(`figures.printSettings.${language}`)}
            value={value[language]}
            onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
            error={at(language)}
          />
        ))}
      </Stack>
    </Fieldset>
  )
}
