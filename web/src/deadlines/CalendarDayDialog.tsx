import { Checkbox, Select, TextInput } from '@mantine/core'
import type { Day } from '@qorgan/shared/dates'
import { type CalendarDay, CalendarDayKind, setCalendarDay } from '@qorgan/shared/deadlines'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { calendarMutations } from './queries.ts'

interface Props {
  date: Day
  day: CalendarDay | undefined
  onClose: () => void
}

export function CalendarDayDialog({ date, day, onClose }: Props) {
  const { t } = useText()
  const { longDay } = useFormat()
  const [kind, setKind] = useState<CalendarDayKind | 'ordinary'>(day?.kind ?? 'ordinary')
  const [ru, setRu] = useState(day?.name?.ru ?? '')
  const [kk, setKk] = useState(day?.name?.kk ?? '')
  const [basis, setBasis] = useState(day?.basis ?? '')
  const [provisional, setProvisional] = useState(day?.provisional ?? false)
  const save = useSave(calendarMutations.set, () => {
    toast(t('office.calendar.saved'))
    onClose()
  })
  const clear = useMutation({
    ...calendarMutations.clear,
    onSuccess: () => {
      toast(t('office.calendar.cleared'))
      onClose()
    },
  })
  const submit = () => {
    if (kind === 'ordinary') {
      if (day) clear.mutate(date)
      else onClose()
      return
    }
    const named = ru.trim() !== '' || kk.trim() !== ''
    const body = { kind, name: named ? { ru, kk } : null, basis: basis.trim() === '' ? null : basis, provisional }
    save.send({ date, body }, body, setCalendarDay.body)
  }
  return (
    <FormDialog
      title={longDay(date)}
      submitLabel={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending || clear.isPending}
      error={save.error ?? clear.error}
    >
      <Select
        data-autofocus
        label={t('office.calendar.kind')}
        allowDeselect={false}
        data={[
          { value: 'ordinary', label: t('office.calendar.ordinary') },
          ...CalendarDayKind.options.map((one) => ({ value: one as string, label: t(`dayKind.${one}`) })),
        ]}
        value={kind}
        onChange={(value) => setKind(CalendarDayKind.options.find((one) => one === value) ?? 'ordinary')}
        error={save.at('kind')}
      />
      {kind !== 'ordinary' && (
        <>
          <TextInput
            label={t('office.calendar.nameRu')}
            maxLength={300}
            value={ru}
            onChange={(event) => setRu(event.currentTarget.value)}
            error={save.at('name/ru')}
          />
          <TextInput
            label={t('office.calendar.nameKk')}
            maxLength={300}
            value={kk}
            onChange={(event) => setKk(event.currentTarget.value)}
            error={save.at('name/kk')}
          />
          <TextInput
            label={t('office.calendar.basis')}
            maxLength={500}
            value={basis}
            onChange={(event) => setBasis(event.currentTarget.value)}
            error={save.at('basis')}
          />
          <Checkbox
            label={t('office.calendar.provisional')}
            checked={provisional}
            onChange={(event) => setProvisional(event.currentTarget.checked)}
          />
        </>
      )}
    </FormDialog>
  )
}
