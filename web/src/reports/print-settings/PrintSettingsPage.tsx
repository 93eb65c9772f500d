import { useQuery } from '@tanstack/react-query'
import { useText } from '../../i18n/i18n.ts'
import { ReportAnswer, ReportFrame } from '../ReportFrame.tsx'
import { printSettingsQueries } from './queries.ts'
import { SettingsForm } from './SettingsForm.tsx'

export function PrintSettingsPage() {
  const { t } = useText()
  const settings = useQuery(printSettingsQueries.settings)
  return (
    <ReportFrame
      isPrinted={false}
      title={t('figures.printSettings.title')}
      printTitle={t('figures.printSettings.title')}
      period={t('figures.printSettings.hint')}
    >
      <ReportAnswer answer={settings}>{(data) => <SettingsForm key={data.version} settings={data} />}</ReportAnswer>
    </ReportFrame>
  )
}
