import { Text, Title } from '@mantine/core'
import type { Aid, Voucher } from '@qorgan/shared/support'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { FactList } from './FactList.tsx'

type Maybe = string | number | null | undefined

function useValues() {
  const { tenge, day, number } = useFormat()
  return {
    money: (value: number | null | undefined) => (value == null ? '' : tenge(value)),
    on: (value: string | null | undefined) => (value ? day(value) : ''),
    count: (value: number | null | undefined) => (value == null ? '' : number(value)),
    text: (value: Maybe) => (value == null ? '' : String(value)),
  }
}

export function VoucherFacts({ voucher }: { voucher: Voucher }) {
  const { t } = useText()
  const { money, on, count, text } = useValues()
  const values = {
    place: voucher.place,
    number: text(voucher.number),
    issuedOn: on(voucher.issuedOn),
    from: on(voucher.from),
    to: on(voucher.to),
    fullPrice: money(voucher.fullPrice),
    memberPays: money(voucher.memberPays),
    people: count(voucher.people),
    children: count(voucher.children),
    fundedBy: voucher.fundedBy ? t(`fundedBy.${voucher.fundedBy}`) : '',
    returnedOn: on(voucher.returnedOn),
    returnReason: text(voucher.returnReason),
  }
  return (
    <section className="q-surface q-pad">
      <Title order={2} mb="xs">
        {t('appeals.page.voucher')}
      </Title>
      <FactList
        facts={Object.entries(values).map(([key, value]) => ({
          key,
          name: t(`appeals.voucher.${key as keyof typeof values}`),
          value,
        }))}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t('appeals.voucher.wholePrice')}{' '}
        {t('appeals.voucher.effect', {
          amount: money(voucher.returnedOn ? 0 : voucher.fullPrice - voucher.memberPays),
        })}
      </Text>
    </section>
  )
}

export function AidFacts({ aid }: { aid: Aid }) {
  const { t } = useText()
  const { money, on, text } = useValues()
  const values = {
    requested: money(aid.requested),
    granted: money(aid.granted),
    decisionNumber: text(aid.decisionNumber),
    decidedOn: on(aid.decidedOn),
    paid: money(aid.paid),
    paidOn: on(aid.paidOn),
    paymentDocument: text(aid.paymentDocument),
    fundedBy: aid.fundedBy ? t(`fundedBy.${aid.fundedBy}`) : '',
  }
  return (
    <section className="q-surface q-pad">
      <Title order={2} mb="xs">
        {t('appeals.page.aid')}
      </Title>
      <FactList
        facts={Object.entries(values).map(([key, value]) => ({
          key,
          name: t(`appeals.aid.${key as keyof typeof values}`),
          value,
        }))}
      />
    </section>
  )
}
