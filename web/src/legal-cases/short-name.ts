/** Калинина Г. В.: where a column is narrow and the person is known. */
export function shortName(fullName: string): string {
  const [last = '', ...others] = fullName.trim().split(/\s+/)
  return [last, others.map((one) => `${one.slice(0, 1)}.`).join('\u00a0')].filter(Boolean).join(' ')
}
