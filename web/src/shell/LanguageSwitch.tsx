import { SegmentedControl } from '@mantine/core'
import type { Locale } from '@qorgan/shared/fields'
import { localeNames, locales, setLanguage, useText } from '../i18n/i18n.ts'

/** Each language is named in itself, so that nobody has to read the present one to leave it. */
export function LanguageSwitch({ onChoose }: { onChoose: (locale: Locale) => void }) {
  const { t, locale } = useText()
  return (
    <SegmentedControl
      aria-label={t('app.language')}
      value={locale}
      onChange={(value) => {
        const chosen = locales.find((one) => one === value)
        if (!chosen) return
        void setLanguage(chosen)
        onChoose(chosen)
      }}
      data={locales.map((one) => ({ value: one, label: <span lang={one}>{localeNames[one]}</span> }))}
    />
  )
}
