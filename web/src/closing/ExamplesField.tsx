import { Button, Group, Text, Textarea } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { appealQueries } from '../appeals/queries.ts'
import { useText } from '../i18n/i18n.ts'
import shared from './Closing.module.css'
import classes from './Words.module.css'
import { NameWarning } from './NameWarning.tsx'
import { PickExampleDialog } from './PickExampleDialog.tsx'
import type { Words } from './use-report-words.ts'
import type { Example } from './words.ts'

const MOST = 20

/** A few appeals that show what the quarter was about, told without names. */
export function ExamplesField({ report, words }: { report: BranchReport; words: Words }) {
  const { t } = useText()
  const [picking, setPicking] = useState(false)
  const { examples } = words.words
  const put = (next: readonly Example[]) => words.change({ examples: next })
  return (
    <div role="group" aria-labelledby="examples">
      <Text fw={500} id="examples">
        {t('closing.words.examples')}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t('closing.words.examplesHint')}
      </Text>
      {examples.map((example, i) => (
        <OneExample
          key={example.appealId}
          example={example}
          readOnly={words.pending}
          error={words.at(`examples/${i}/text`) ?? words.at(`examples/${i}/appealId`)}
          onChange={(text) => put(examples.map((one) => (one === example ? { ...one, text } : one)))}
          onRemove={() => put(examples.filter((one) => one !== example))}
        />
      ))}
      {examples.length < MOST && (
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setPicking(true)}>
          {t('closing.words.pick')}
        </Button>
      )}
      {picking && (
        <PickExampleDialog
          report={report}
          chosen={examples.map(({ appealId }) => appealId)}
          onPick={(example) => put([...examples, example])}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  )
}

interface Props {
  example: Example
  readOnly: boolean
  error: string | undefined
  onChange: (text: string) => void
  onRemove: () => void
}

function OneExample({ example, readOnly, error, onChange, onRemove }: Props) {
  const { t } = useText()
  const appeal = useQuery(appealQueries.detail(example.appealId)).data
  const names = [appeal?.applicant.fullName, appeal?.representative?.fullName].filter((name) => name != null)
  return (
    <div className={classes['example']}>
      <Group justify="space-between" gap="xs" mb={4}>
        <span>
          <Link
            to="/appeals/$appealId"
            params={{ appealId: example.appealId }}
            className={shared['name']}
            target="_blank"
          >
            {example.number}
          </Link>{' '}
          {appeal && <span className={shared['second']}>{appeal.subject}</span>}
        </span>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={16} aria-hidden />}
          aria-label={t('closing.words.removeExample', { number: example.number })}
          onClick={onRemove}
        >
          {t('action.remove')}
        </Button>
      </Group>
      <Textarea
        aria-label={t('closing.words.exampleText', { number: example.number })}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={2000}
        readOnly={readOnly}
        value={example.text}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
      />
      <NameWarning text={example.text} names={names} />
    </div>
  )
}
