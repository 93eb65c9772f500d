import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import reportClasses from '../Report.module.css'
import { ReportAnswer } from '../ReportFrame.tsx'
import classes from './Printed.module.css'
import { printedQueries } from './queries.ts'

/** As the union printed it; below a total stands what its parts add up to, and the difference, never mended. */
export function LabourSafety() {
  const { t } = useText()
  const { count } = useFormat()
  const table = useQuery(printedQueries.labourSafety)
  const signed = (value: number) => (value > 0 ? `+${count(value)}` : value < 0 ? `−${count(-value)}` : '0')
  return (
    <section className={classes['section']}>
      <Title order={2} mb="xs">
        {t('figures.printed.safety')}
      </Title>
      <ReportAnswer answer={table}>
        {({ title, source, years, rows }) => {
          const off = rows.flatMap(({ difference }) => difference ?? []).filter((value) => value !== 0).length
          return (
            <>
              <ScrollRegion label={title} className={`q-surface ${reportClasses['scroll']}`}>
                <table className={`${reportClasses['table']} ${classes['safety']}`}>
                  <caption lang="ru">{title}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('figures.printed.indicator')}</th>
                      {years.map((year) => (
                        <th key={year} scope="col">
                          {year}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => [
                      <tr key={row.key}>
                        <th scope="row" lang="ru">
                          {row.label}
                        </th>
                        {row.printed.map((value, i) => (
                          <td key={years[i]}>{count(value)}</td>
                        ))}
                      </tr>,
                      row.computed && row.difference && (
                        <tr key={`${row.key}:computed`} className={classes['computed']}>
                          <th scope="row">
                            {t('figures.printed.computed')}
                            <br />
                            {t('figures.printed.difference')}
                          </th>
                          {row.computed.map((value, i) => {
                            const difference = row.difference?.[i] ?? 0
                            return (
                              <td key={years[i]}>
                                {count(value)}
                                <br />
                                <span className={difference === 0 ? undefined : 'q-attention'}>
                                  {signed(difference)}
                                </span>
                              </td>
                            )
                          })}
                        </tr>
                      ),
                    ])}
                  </tbody>
                </table>
              </ScrollRegion>
              <ul className={`${reportClasses['footnotes']} ${reportClasses['notes']}`}>
                {off > 0 && (
                  <li>
                    <Text span inherit c="var(--q-attention)">
                      {t('figures.printed.differs', { years: off, all: years.length })}
                    </Text>
                  </li>
                )}
                <li>{t('figures.printed.safetyNote')}</li>
                <li>{t('figures.printed.sourceIs', { source })}</li>
              </ul>
            </>
          )
        }}
      </ReportAnswer>
    </section>
  )
}
