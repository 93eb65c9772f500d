import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core'
import type { Day } from '@qorgan/shared/dates'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { formatDay, parseDay } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

const CalendarPopup = lazy(async () => ({ default: (await import('./CalendarPopup.tsx')).CalendarPopup }))

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'label'> {
  label: string
  value: Day | null
  onChange: (value: Day | null) => void
  min?: Day | undefined
  max?: Day | undefined
}

/** A day is typed as on paper, 22.11.2026 or just 22.11; the calendar is one key away, never in the way. */
export function DayInput({ label, value, onChange, min, max, error, ...props }: Props) {
  const { t } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const wrong = typed !== null && typed.trim() !== '' && parseDay(typed) === null
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <TextInput
          {...props}
          label={label}
          inputMode="numeric"
          autoComplete="off"
          placeholder="00.00.0000"
          maxLength={12}
          value={typed ?? (value ? formatDay(value) : '')}
          error={wrong ? t('problem.field.invalid_format') : error}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            onChange(parseDay(event.currentTarget.value))
          }}
          onBlur={() => {
            if (!wrong) setTyped(null)
          }}
          rightSection={
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`${t('action.chooseDate')}: ${label}`}
              aria-haspopup="dialog"
              aria-expanded={opened}
              onClick={() => setOpened((now) => !now)}
            >
              <IconCalendar size={20} aria-hidden />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('action.chooseDate')}>
        <Suspense fallback={t('app.loading')}>
          <CalendarPopup
            value={value}
            min={min}
            max={max}
            onChoose={(day) => {
              setTyped(null)
              onChange(day)
              setOpened(false)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
