import { AppealDraft } from '@qorgan/shared/appeals'
import type { FieldError } from '@qorgan/shared/errors'
import { AppError, fieldError } from '../platform/errors.ts'
import { fieldErrors } from '../platform/http/input.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is common once, what differs per person: a person's own fields win, also inside a voucher or an aid. */
export function readBatch(
  shared: Record<string, unknown>,
  items: readonly Record<string, unknown>[],
): { draft: AppealDraft; path: string }[] {
  const errors: FieldError[] = []
  const seen = new Set<string>()
  const drafts = items.flatMap((item, index) => {
    const path = `/items/${index}`
    const merged: Record<string, unknown> = { ...shared, ...item }
    for (const part of ['voucher', 'aid', 'resolution'])
      if (isObject(shared[part]) && isObject(item[part])) merged[part] = { ...shared[part], ...item[part] }
    const parsed = AppealDraft.safeParse(merged)
    if (!parsed.success) {
      errors.push(...fieldErrors(parsed.error, path))
      return []
    }
    const { id } = parsed.data
    if (id && seen.has(id)) errors.push(fieldError(`${path}/id`, 'field.duplicate'))
    if (id) seen.add(id)
    return [{ draft: parsed.data, path }]
  })
  if (errors.length > 0) throw new AppError('request.invalid', {}, errors)
  return drafts
}
