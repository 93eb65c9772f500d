import { createFileRoute } from '@tanstack/react-router'
import { settingsQueries } from '../../settings/queries.ts'
import { SettingsPage } from '../../settings/SettingsPage.tsx'

export const Route = createFileRoute('/_app/settings')({
  loader: ({ context }) =>
    Promise.all([
      context.queryClient.ensureQueryData(settingsQueries.settings),
      context.queryClient.ensureQueryData(settingsQueries.terms),
    ]),
  component: SettingsPage,
})
