import type { TimelineEntry } from '@qorgan/shared/timeline'
import { AppealOutcome } from '@qorgan/shared/effects'
import { Label } from '@qorgan/shared/fields'
import { z } from 'zod'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const Destination = z.object({ name: Label })
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One line of the log as a person would say it. The details of a kind are the server's, and may lack any part. */
export function useEventWords(): (entry: TimelineEntry) => string {
  const { t, texts } = useText()
  const { day, label, tenge } = useFormat()
  const fieldWords: Readonly<Record<string, string>> = {
    ...texts?.appeals.fact,
    topicId: t('appeals.fact.topic'),
    otherTopicIds: t('appeals.fact.otherTopics'),
    employerId: t('appeals.fact.employer'),
    primaryOrganisationId: t('appeals.fact.organisation'),
    regionCode: t('appeals.fact.region'),
    voucher: t('appeals.page.voucher'),
    aid: t('appeals.page.aid'),
  }
  const place = (to: unknown): string => {
    const parsed = Destination.safeParse(to)
    return parsed.success ? label(parsed.data.name) : ''
  }
  return ({ kind, details }) => {
    const due = isDay(details['dueOn']) ? `: ${t('appeals.event.newDue', { day: day(details['dueOn']) })}` : ''
    const amount = typeof details['amount'] === 'number' ? tenge(details['amount']) : ''
    switch (kind) {
      case 'assigned': {
        const name = textOf(details['assigneeName'])
        return name ? t('appeals.event.assigned', { name }) : t('appeals.event.assignedNobody')
      }
      case 'transfer_requested':
        return t('appeals.event.transfer_requested', { to: place(details['to']) })
      case 'resolved': {
        const outcome = AppealOutcome.options.find((one) => one === details['outcome'])
        return t('appeals.event.resolved', { outcome: outcome ? t(`outcome.${outcome}`).toLowerCase() : '' })
      }
      case 'edited': {
        const fields = Array.isArray(details['fields']) ? details['fields'].map(String) : []
        return t('appeals.event.edited', {
          fields: fields.map((one) => (fieldWords[one] ?? one).toLowerCase()).join(', '),
        })
      }
      case 'effect_entered':
      case 'effect_changed':
      case 'effect_confirmed':
      case 'effect_voided':
        return t(`appeals.event.${kind}`, { amount })
      case 'case_opened':
      case 'case_closed':
        return t(`appeals.event.${kind}`, { number: textOf(details['number']) })
      case 'file_added':
      case 'file_removed':
        return t(`appeals.event.${kind}`, { name: textOf(details['fileName']) })
      case 'extended':
      case 'resumed':
      case 'reopened':
      case 'registered':
      case 'due_recomputed':
        return t(`appeals.event.${kind}`) + due
      case 'started':
      case 'suspended':
      case 'transfer_accepted':
      case 'transfer_rejected':
      case 'transfer_revoked':
      case 'annulled':
      case 'noted':
        return t(`appeals.event.${kind}`)
    }
  }
}
