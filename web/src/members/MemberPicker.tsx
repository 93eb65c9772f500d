import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core'
import type { Member } from '@qorgan/shared/members'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { useDebounced } from '../platform/debounced.ts'
import { memberName } from './member-name.ts'
import { memberQueries } from './queries.ts'

interface Props {
  onChoose: (member: Member) => void
  error?: string | undefined
  autoFocus?: boolean
  label?: string
  required?: boolean
}

/** Finds a member by what the person on the phone says: a name, a card number, an IIN. */
export function MemberPicker({ onChoose, error, autoFocus = false, label, required = true }: Props) {
  const { t } = useText()
  const name = label ?? t('appealForm.member')
  const names = useUnitNames()
  // The legal department finds whomever a case is about, and browses no register.
  const may = useMay()
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), 200)
  const found = useQuery(memberQueries.find(text, may('legalCases:work')))
  const members = text.length >= 2 ? (found.data?.items ?? []) : []
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const place = (member: Member) =>
    [
      names.organisation(member.primaryOrganisationId) || names.unit(member.branchId),
      member.position,
      member.cardNumber,
      member.iinMasked,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(id) => {
        const member = members.find((one) => one.id === id)
        if (!member) return
        onChoose(member)
        setTyped('')
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <TextInput
          label={name}
          placeholder={t('appealForm.memberHint')}
          leftSection={<IconSearch size={18} aria-hidden />}
          rightSection={found.isFetching ? <Loader size="xs" /> : null}
          {...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {})}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          required={required}
          value={typed}
          error={error}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onFocus={() => {
            if (typed !== '') combobox.openDropdown()
          }}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            // One candidate needs no arrow: Enter takes it.
            const only = members[0]
            if (event.key === 'Enter' && members.length === 1 && only && !found.isFetching) {
              event.preventDefault()
              onChoose(only)
              setTyped('')
              combobox.closeDropdown()
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim() === ''}>
        <Combobox.Options mah={340} style={{ overflowY: 'auto' }} aria-label={name}>
          {members.map((member) => (
            <Combobox.Option value={member.id} key={member.id}>
              <Text fw={500}>{memberName(member)}</Text>
              <Text size="sm" c="dimmed">
                {place(member)}
              </Text>
            </Combobox.Option>
          ))}
          {members.length === 0 && (
            <Combobox.Empty>
              {text.length < 2
                ? t('appealForm.memberTyping')
                : found.isFetching
                  ? t('app.loading')
                  : t('appealForm.memberNone')}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
