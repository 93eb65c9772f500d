import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useText } from '../i18n/i18n.ts'

interface Choice {
  label: string
  onClick: () => void
}

/** What is done seldom, behind one button. `of` says to whom it belongs, for those who do not see the row. */
export function RowMenu({ of, choices }: { of: string; choices: readonly (Choice | false)[] }) {
  const { t } = useText()
  const shown = choices.filter((choice) => choice !== false)
  if (shown.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${t('action.more')}: ${of}`}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map((choice) => (
          <Menu.Item key={choice.label} onClick={choice.onClick}>
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
