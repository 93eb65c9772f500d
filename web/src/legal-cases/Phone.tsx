import { Anchor } from '@mantine/core'

/** One press calls, on a phone. */
export function Phone({ number }: { number: string | null }) {
  if (!number) return null
  return (
    <Anchor href={`tel:${number.replace(/[^\d+]/g, '')}`} className="q-nowrap">
      {number}
    </Anchor>
  )
}
