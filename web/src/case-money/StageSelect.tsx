import { Select } from '@mantine/core'
import { LegalStage } from '@qorgan/shared/legal-cases'
import { useText } from '../i18n/i18n.ts'

interface Props {
  value: LegalStage
  onChange: (stage: LegalStage) => void
  error?: string | undefined
}

export function StageSelect({ value, onChange, error }: Props) {
  const { t } = useText()
  return (
    <Select
      label={t('counsel.stage')}
      allowDeselect={false}
      data={LegalStage.options.map((stage) => ({ value: stage, label: t(`legal.stage.${stage}`) }))}
      value={value}
      onChange={(chosen) => onChange(LegalStage.options.find((one) => one === chosen) ?? value)}
      error={error}
    />
  )
}
