import { Button, Checkbox, Popover, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { localeNames, locales, useText } from '../i18n/i18n.ts'
import type { FileRoute } from '../platform/files.ts'
import { useDownload } from './use-download.tsx'

const formats = ['xlsx', 'docx', 'pdf', 'csv'] as const
export type FileFormat = (typeof formats)[number]

interface Props {
  /** The routes of one report or list, by format. */
  routes: Partial<Record<FileFormat, FileRoute>>
  query: Record<string, unknown>
  /** What the file is called should the server not say. */
  name: string
  /** A list says that all of it comes, not what is on the screen. */
  isList?: boolean
  /** On paper the council may ask for what nobody has confirmed. */
  asksUnconfirmed?: boolean
}

/** A report or a list as a file: its language and its format. */
export function ExportMenu({ routes, query, name, isList = false, asksUnconfirmed = false }: Props) {
  const { t, locale } = useText()
  const [opened, setOpened] = useState(false)
  const [chosen, setChosen] = useState<string>(locale)
  const [unconfirmed, setUnconfirmed] = useState(false)
  const start = useDownload()
  const language = useId()
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus returnFocus width={300}>
      <Popover.Target>
        <Button
          variant="default"
          className="q-no-print"
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => {
            setChosen(locale)
            setOpened((now) => !now)
          }}
        >
          {t('figures.exports.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('figures.exports.title')}>
        <Stack gap="xs">
          <Text size="sm" fw={600} id={language}>
            {t('figures.exports.language')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby={language}
            value={chosen}
            onChange={setChosen}
            data={locales.map((one) => ({ value: one, label: <span lang={one}>{localeNames[one]}</span> }))}
          />
          {asksUnconfirmed && (
            <Checkbox
              size="sm"
              label={t('figures.exports.unconfirmed')}
              checked={unconfirmed}
              onChange={(event) => setUnconfirmed(event.currentTarget.checked)}
            />
          )}
          {formats.map((format) => {
            const route = routes[format]
            if (!route) return null
            const isPaper = format === 'docx' || format === 'pdf'
            return (
              <Button
                key={format}
                variant="light"
                justify="flex-start"
                onClick={() => {
                  setOpened(false)
                  start({
                    route,
                    query: { ...query, locale: chosen, ...(isPaper && unconfirmed ? { unconfirmed: true } : {}) },
                    fallbackName: `${name}.${format}`,
                  })
                }}
              >
                {t(`figures.exports.formats.${format}`)}
              </Button>
            )
          })}
          <Text size="xs" c="dimmed">
            {isList && `${t('figures.exports.listHint')} `}
            {t('figures.exports.recorded')}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
