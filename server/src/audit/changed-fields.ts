const apart = new Set(['version', 'can', 'warnings', 'updatedAt'])

/** Names of the fields in which a record as answered differs from what it was: what an audit event may say of a change. */
export function changedFields(before: object, after: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([field, value]) => !apart.has(field) && JSON.stringify(value) !== JSON.stringify(old.get(field)))
    .map(([field]) => field)
}
