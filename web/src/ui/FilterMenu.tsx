import { Button, Checkbox, Popover, ScrollArea, Stack, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'

export interface Option<V extends string = string> {
  value: V
  label: string
}

interface Props<V extends string> {
  label: string
  options: readonly Option<V>[]
  value: readonly V[] | undefined
  onChange: (value: V[] | undefined) => void
}

/** Several values of one attribute, as plain check boxes behind a button that says what is chosen. */
export function FilterMenu<V extends string>({ label, options, value = [], onChange }: Props<V>) {
  const { t } = useText()
  const [find, setFind] = useState('')
  const chosen = options.filter((option) => value.includes(option.value))
  const shown = options.filter((option) => option.label.toLowerCase().includes(find.trim().toLowerCase()))
  const words = chosen.length === 1 ? chosen[0]?.label : chosen.length > 1 ? String(chosen.length) : undefined
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus onClose={() => setFind('')}>
      <Popover.Target>
        <Button
          variant={value.length > 0 ? 'light' : 'default'}
          fw={500}
          maw={280}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {label}
          {words !== undefined && `: ${words}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="xs">
          {options.length > 12 && (
            <TextInput
              size="sm"
              aria-label={t('appeals.filter.searchOptions')}
              placeholder={t('appeals.filter.searchOptions')}
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
            />
          )}
          <ScrollArea.Autosize mah={320} type="auto">
            <Stack gap={10} p={4} role="group" aria-label={label}>
              {shown.map((option) => (
                <Checkbox
                  key={option.value}
                  label={option.label}
                  checked={value.includes(option.value)}
                  onChange={(event) => {
                    const next = event.currentTarget.checked
                      ? [...value, option.value]
                      : value.filter((one) => one !== option.value)
                    onChange(next.length > 0 ? next : undefined)
                  }}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          {value.length > 0 && (
            <Button variant="subtle" size="xs" onClick={() => onChange(undefined)}>
              {t('action.clear')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
