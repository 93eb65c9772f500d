import classes from './AppealPage.module.css'
import type { Fact } from './facts.ts'

/** What is known, without the empty lines. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes['facts']}>
      {facts
        .filter((fact) => fact.value !== '')
        .map((fact) => (
          <div key={fact.key}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  )
}
