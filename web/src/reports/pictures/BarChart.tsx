import { useElementSize } from '@mantine/hooks'
import { useId } from 'react'
import { FigureLink, type FigureTarget } from './FigureLink.tsx'
import classes from './Pictures.module.css'
import { ticksUpTo } from './scale.ts'
import { useShort } from './use-short.ts'

export interface Bar {
  key: string
  /** The year before is hatched: it is told by its pattern, not by its colour. */
  isBefore?: boolean
  value: number
  /** What a screen reader says. */
  label: string
  target: FigureTarget | null
}
export interface Slot {
  key: string
  name: string
  bars: readonly Bar[]
}

const height = 210
const top = 22
const bottom = 24
const left = 58

/** Upright bars on one axis from zero. Drawn at the width that there is, so that its words stay readable on a phone. */
export function BarChart({ label, slots }: { label: string; slots: readonly Slot[] }) {
  const { ref, width: measured } = useElementSize()
  const short = useShort()
  const hatch = useId()
  const width = Math.max(280, measured)
  const most = Math.max(0, ...slots.flatMap((slot) => slot.bars.map((bar) => bar.value)))
  const ticks = ticksUpTo(most, 4)
  const ceiling = ticks.at(-1) ?? 1
  const y = (value: number) => height - bottom - ((height - bottom - top) * value) / ceiling
  const step = (width - left) / Math.max(1, slots.length)
  // All bars say their value, or none does.
  const saysValues = slots.every(
    ({ bars }) => bars.length === 1 && bars.every((bar) => short(bar.value).length * 7 <= step),
  )
  return (
    <div ref={ref} className={classes['chart']}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a group of links, not one image */}
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="group" aria-label={label}>
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className={classes['hatchGround']} />
            <line x1="0" y1="0" x2="0" y2="6" className={classes['hatchLine']} />
          </pattern>
        </defs>
        <g aria-hidden>
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} className={classes['grid']} />
              <text x={left - 6} y={y(tick) + 4} textAnchor="end" className={classes['axis']}>
                {short(tick)}
              </text>
            </g>
          ))}
          {slots.map((slot, i) => (
            <text
              key={slot.key}
              x={left + step * (i + 0.5)}
              y={height - 7}
              textAnchor="middle"
              className={classes['axis']}
            >
              {step < 30 ? i + 1 : step < 64 ? slot.name.slice(0, 3) : slot.name}
            </text>
          ))}
        </g>
        {slots.map((slot, i) => {
          const room = step * 0.72
          const each = room / slot.bars.length
          return slot.bars.map((bar, n) => {
            const x = left + step * i + step * 0.14 + each * n
            return (
              <FigureLink key={bar.key} target={bar.value > 0 ? bar.target : null} label={bar.label}>
                <rect x={x} y={top} width={each} height={height - bottom - top} className={classes['reach']} />
                <rect
                  x={x + 1}
                  y={y(bar.value)}
                  width={Math.max(1, each - 2)}
                  height={height - bottom - y(bar.value)}
                  className={bar.isBefore ? classes['before'] : classes['bar']}
                  {...(bar.isBefore ? { fill: `url(#${hatch})` } : {})}
                />
              </FigureLink>
            )
          })
        })}
        {/* A shortened figure beside its bar; the bar's own name has every digit. */}
        {saysValues && (
          <g aria-hidden pointerEvents="none">
            {slots.flatMap((slot, i) =>
              slot.bars
                .filter(({ value }) => value > 0)
                .map(({ value }) => (
                  <text
                    key={slot.key}
                    x={left + step * (i + 0.5)}
                    y={y(value) - 5}
                    textAnchor="middle"
                    className={classes['value']}
                  >
                    {short(value)}
                  </text>
                )),
            )}
          </g>
        )}
      </svg>
    </div>
  )
}
