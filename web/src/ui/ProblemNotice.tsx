import { Alert, Button, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { ApiError } from '../platform/problem.ts'

/** An error says what happened and offers the way on. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useText()
  const say = useProblemText()
  const requestId = error instanceof ApiError ? error.problem.requestId : ''
  return (
    <Alert
      role="alert"
      color="brick"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('state.error')}
      my="sm"
    >
      <Text size="sm">{say.problem(error)}</Text>
      {requestId && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('state.requestId', { id: requestId })}
        </Text>
      )}
      {onRetry && (
        <Button mt="sm" variant="default" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </Alert>
  )
}
