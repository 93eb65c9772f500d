import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'

interface Props {
  step: number
  of: number
  name: string
  submitLabel: string
  back: { label: string; onClick: () => void }
  pending: boolean
  error: unknown
  onSubmit: () => void
  children: ReactNode
}

/** One of a few steps in one window: each takes the focus when it comes, Ctrl+Enter goes on. */
export function StepForm({ step, of, name, submitLabel, back, pending, error, onSubmit, children }: Props) {
  const { t } = useText()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-step-focus], input:checked')?.focus()
  }, [])
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!pending) onSubmit()
  }
  useHotkeys({ 'ctrl+enter': () => submit() })
  return (
    <form noValidate ref={form} onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed" tabIndex={-1} data-step-focus>
          {t('counsel.step', { step, of })} <b>{name}</b>
        </Text>
        {children}
        {error != null && <ProblemNotice error={error} />}
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={back.onClick}>
            {back.label}
          </Button>
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
