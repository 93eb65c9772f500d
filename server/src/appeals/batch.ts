import { AppealDraft } from '@qorgan/shared/appeals'
import type { FieldError } from '@qorgan/shared/errors'
import { fieldError } from '../platform/errors.ts'
import { fieldErrors, parse } from '../platform/http/input.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What is common once, what differs per person: a person's own fields win, also inside a voucher or an aid. What is wrong already is
 * an answer, since the rest of the list is judged before all of it is said.
 */
export function readBatch(
  shared: Record<string, unknown>,
  items: readonly Record<string, unknown>[],
): { drafts: { draft: AppealDraft; path: string }[]; errors: FieldError[] } {
  const errors: FieldError[] = 'id' in shared ? [fieldError('/shared/id', 'field.unknown')] : []
  const seen = new Set<string>()
  const drafts = items.flatMap((item, index) => {
    const path = `/items/${index}`
    const merged: Record<string, unknown> = { ...shared, ...item }
    for (const part of ['voucher', 'aid', 'resolution'])
      if (isObject(shared[part]) && isObject(item[part])) merged[part] = { ...shared[part], ...item[part] }
    const parsed = parse(AppealDraft, merged)
    if (!parsed.success) {
      errors.push(...fieldErrors(parsed.error, path))
      return []
    }
    const { id } = parsed.data
    if (id && seen.has(id)) errors.push(fieldError(`${path}/id`, 'field.duplicate'))
    if (id) seen.add(id)
    return [{ draft: parsed.data, path }]
  })
  return { drafts, errors }
}
