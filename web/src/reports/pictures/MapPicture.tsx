import { Title } from '@mantine/core'
import type { AppealsReport } from '@qorgan/shared/reports'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { useUnitNames } from '../../organisation/names.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { FigureLink } from './FigureLink.tsx'
import { FigureTable } from './FigureTable.tsx'
import classes from './Pictures.module.css'
import tileClasses from './Tiles.module.css'
import { fifths } from './scale.ts'
import type { Metric } from './search.ts'
import { targetOf } from './targets.ts'
import { councilTile, tiles } from './tiles.ts'
import { useShort } from './use-short.ts'

interface Props {
  report: AppealsReport
  metric: Metric
}

/** The branches where they are. The shade repeats the number that stands in each tile. */
export function MapPicture({ report, metric }: Props) {
  const { t, locale } = useText()
  const { label, count, number } = useFormat()
  const short = useShort()
  const { branches } = useUnitNames()
  const [column] = report.columns
  if (!column) return null
  const words = (value: number) => (metric === 'count' ? count(value) : number(value))
  const { stepOf, ranges } = fifths(report.rows.map((row) => row.total[metric]))
  const rowOf = (key: string | undefined) => report.rows.find((row) => row.key === key)
  const placed = [
    ...tiles.map((tile) => {
      const branch = branches.find(({ regions }) => regions.some(({ code }) => code === tile.region))
      return { ...tile, key: tile.region, row: tile.row, unit: rowOf(branch?.id), short: tile.name[locale] }
    }),
    { ...councilTile, key: 'council', unit: rowOf('council'), short: t('figures.pictures.council') },
  ]
  return (
    <section className={`q-surface q-pad ${classes['picture']}`}>
      <header>
        <Title order={2}>{t('figures.pictures.map')}</Title>
        <p>
          {t(`figures.pictures.${metric}`)}. {t('figures.pictures.mapHint')}
        </p>
      </header>
      <div>
        <ScrollRegion label={t('figures.pictures.map')}>
          <ul className={tileClasses['tiles']}>
            {placed.map(({ key, column: x, row: y, unit, short: name }) => {
              const value = unit?.total[metric] ?? 0
              return (
                <li
                  key={key}
                  style={{ gridColumn: x + 1, gridRow: y + 1 }}
                  data-step={stepOf(value)}
                  data-apart={key === 'council' || undefined}
                  className={`${tileClasses['tile']} ${tileClasses['shade']}`}
                >
                  <FigureLink
                    target={unit && value > 0 ? targetOf(metric, { rows: 'branch' }, column, unit.key) : null}
                    // What is seen comes first: whoever speaks to the browser says what they see.
                    label={`${name} ${short(value)}. ${t('figures.pictures.tileCount', {
                      name: unit ? label(unit.label) : name,
                      value: words(value),
                    })}`}
                    className={tileClasses['tileLink']}
                  >
                    <span className={tileClasses['tileName']}>{name}</span>{' '}
                    <span className={tileClasses['tileValue']}>{short(value)}</span>
                  </FigureLink>
                </li>
              )
            })}
          </ul>
        </ScrollRegion>
        <ul className={classes['legend']}>
          {ranges.map(([first, last], i) => (
            <li key={first}>
              <span
                className={`${classes['swatch']} ${tileClasses['shade']}`}
                data-step={i + 1 + (5 - ranges.length)}
                aria-hidden
              />
              {first === last ? short(first) : `${short(first)} – ${short(last)}`}
            </li>
          ))}
        </ul>
      </div>
      <FigureTable
        label={t('figures.pictures.table', { title: t('figures.pictures.map') })}
        head={[t('reports.unit'), t(`figures.pictures.${metric}`)]}
        rows={report.rows
          .toSorted((a, b) => b.total[metric] - a.total[metric])
          .map((row) => ({
            key: row.key,
            name: label(row.label),
            cells: [
              {
                key: metric,
                text: words(row.total[metric]),
                label: t('figures.pictures.tileCount', { name: label(row.label), value: words(row.total[metric]) }),
                target: row.total[metric] > 0 ? targetOf(metric, { rows: 'branch' }, column, row.key) : null,
              },
            ],
          }))}
        total={{
          name: t('figures.pictures.total'),
          cells: [{ key: metric, text: words(report.totals['total']?.[metric] ?? 0) }],
        }}
      />
    </section>
  )
}
