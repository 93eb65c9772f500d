import { Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { type IssuedReport, issueReport } from '@qorgan/shared/exports'
import { Locale } from '@qorgan/shared/fields'
import { useId, useState } from 'react'
import { today } from '../../i18n/format.ts'
import { localeNames, locales, useText } from '../../i18n/i18n.ts'
import { useSave } from '../../platform/use-save.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { LinkButton } from '../../ui/links.tsx'
import { toast } from '../../ui/toast.ts'
import { issuedMutations } from './queries.ts'

export type IssuedKind = IssuedReport['report']

interface Props {
  report: IssuedKind
  query: Record<string, unknown>
  onClose: () => void
}

/** To whom it goes, under which number: then the figures and the file stay as they are now. */
export function IssueDialog({ report, query, onClose }: Props) {
  const { t, locale } = useText()
  const [id] = useState(uuidv7)
  const [addressee, setAddressee] = useState('')
  const [letterNumber, setLetterNumber] = useState('')
  const [signedOn, setSignedOn] = useState<string | null>(today())
  const [language, setLanguage] = useState<Locale>(locale)
  const languageId = useId()
  const save = useSave(issuedMutations.issue, ({ controlCode }: IssuedReport) => {
    toast(
      <Stack gap={6} align="flex-start">
        <span>{t('figures.issue.done', { code: controlCode })}</span>
        <LinkButton size="xs" variant="default" to="/reports/issued">
          {t('figures.issue.toList')}
        </LinkButton>
      </Stack>,
    )
    onClose()
  })
  const submit = () => {
    const body = {
      id,
      report,
      query: asText(query),
      locale: language,
      addressee,
      letterNumber: letterNumber.trim() === '' ? null : letterNumber,
      signedOn,
    }
    save.send(body, body, issueReport.body)
  }
  return (
    <FormDialog
      title={t('figures.issue.title')}
      submitLabel={t('figures.issue.submit')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <Text size="sm" c="dimmed">
        {t('figures.issue.text')}
      </Text>
      <TextInput
        data-autofocus
        required
        label={t('figures.issue.addressee')}
        value={addressee}
        onChange={(event) => setAddressee(event.currentTarget.value)}
        error={save.at('addressee')}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('figures.issue.letterNumber')}
          value={letterNumber}
          onChange={(event) => setLetterNumber(event.currentTarget.value)}
          error={save.at('letterNumber')}
        />
        <DayInput
          label={t('figures.issue.signedOn')}
          value={signedOn}
          onChange={setSignedOn}
          error={save.at('signedOn')}
        />
      </Group>
      <div>
        <Text fw={500} id={languageId} mb={4}>
          {t('figures.issue.language')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={languageId}
          value={language}
          onChange={(value) => setLanguage(Locale.parse(value))}
          data={locales.map((one) => ({ value: one, label: <span lang={one}>{localeNames[one]}</span> }))}
        />
      </div>
    </FormDialog>
  )
}

/** A question as the address bar writes it: comma lists, nothing that is empty. */
function asText(query: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.join(',') : value
      return typeof text === 'string' && text !== '' ? [[name, text]] : []
    }),
  )
}
