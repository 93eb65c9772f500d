import { Alert, Button, Group, Textarea, Text, TextInput, Title } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { useRef } from 'react'
import { today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { DayInput } from '../ui/DayInput.tsx'
import classes from './Words.module.css'
import { ExamplesField } from './ExamplesField.tsx'
import { NameWarning } from './NameWarning.tsx'
import type { Figures } from './queries.ts'
import { Suggestions } from './Suggestions.tsx'
import type { Words } from './use-report-words.ts'

interface Props {
  report: BranchReport
  words: Words
  figures: Figures | undefined
}

/** What no figure says: why people came, what may become a dispute, what was done for whom, and who signs it. */
export function WordsCard({ report, words, figures }: Props) {
  const { t } = useText()
  const { analysis, tensions, signed } = words.words
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (sentence: string) => {
    const at =
      field.current && document.activeElement === field.current ? field.current.selectionStart : analysis.length
    const before = analysis.slice(0, at).trimEnd()
    const after = analysis.slice(at).trimStart()
    words.change({ analysis: [before, sentence, after].filter(Boolean).join('\n') })
  }
  return (
    <section className="q-surface q-pad q-no-print" aria-labelledby="words">
      <Title order={2} id="words" mb="xs">
        {t('closing.words.title')}
      </Title>
      {words.restored && !words.conflict && (
        <Alert color="petrol" mb="sm">
          <Group justify="space-between" gap="xs">
            <span>{t('state.draftRestored')}</span>
            <Button size="xs" variant="default" onClick={words.discard}>
              {t('closing.words.discard')}
            </Button>
          </Group>
        </Alert>
      )}
      <div className={classes['form']}>
        <div>
          <Textarea
            id="analysis"
            ref={field}
            label={t('closing.words.analysis')}
            description={t('closing.words.analysisHint')}
            autosize
            minRows={5}
            maxRows={24}
            maxLength={20_000}
            readOnly={words.pending}
            value={analysis}
            onChange={(event) => words.change({ analysis: event.currentTarget.value })}
            error={words.at('analysis')}
          />
          <NameWarning text={analysis} />
          {figures && <Suggestions report={report} figures={figures} text={analysis} onInsert={insert} />}
        </div>
        <div>
          <Textarea
            label={t('closing.words.tensions')}
            description={t('closing.words.tensionsHint')}
            autosize
            minRows={3}
            maxRows={16}
            maxLength={20_000}
            readOnly={words.pending}
            value={tensions}
            onChange={(event) => words.change({ tensions: event.currentTarget.value })}
            error={words.at('tensions')}
          />
          <NameWarning text={tensions} />
        </div>
        <ExamplesField report={report} words={words} />
        <fieldset className={classes['signer']}>
          <legend>{t('closing.words.signed')}</legend>
          <div className={classes['signerFields']}>
            <TextInput
              label={t('closing.words.signerName')}
              maxLength={200}
              readOnly={words.pending}
              value={signed.fullName}
              onChange={(event) => words.change({ signed: { ...signed, fullName: event.currentTarget.value } })}
              error={words.at('signed/fullName')}
            />
            <TextInput
              label={t('closing.words.signerPost')}
              maxLength={200}
              readOnly={words.pending}
              value={signed.post}
              onChange={(event) => words.change({ signed: { ...signed, post: event.currentTarget.value } })}
              error={words.at('signed/post')}
            />
            <DayInput
              label={t('closing.words.signedOn')}
              max={today()}
              readOnly={words.pending}
              value={signed.on}
              onChange={(on) => words.change({ signed: { ...signed, on } })}
              error={words.at('signed/on')}
            />
          </div>
          <Text size="sm" c="dimmed">
            {t('closing.words.signerHint')}
          </Text>
        </fieldset>
      </div>
    </section>
  )
}
