import { useFormat } from '../i18n/format.ts'

/** More is neither good nor bad here: a sign and no colour. */
export function Change({ value }: { value: number }) {
  const { number } = useFormat()
  if (value === 0) return <span className="q-dim">0</span>
  return (
    <>
      {value > 0 ? '+' : '−'}
      {number(Math.abs(value))}
    </>
  )
}
