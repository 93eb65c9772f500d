import type { AppealCategory } from '@qorgan/shared/organisation'
import type { Computed, Quarter, ReportText } from '../closing/service.ts'
import { aboutWhat, causes, councilComments, singleCauses, tensions, works } from './data/quarter-words.ts'
import type { Random } from './random.ts'

/** An appeal that ended well, for an example without a name. */
export interface Won {
  appealId: string
  number: string
  category: AppealCategory
  topic: string
  amount: number
  people: number
}

const ordinals = ['первый', 'второй', 'третий', 'четвёртый']
const tenge = (amount: number) => `${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ' ')} тг`
/** 1 обращение, 2 обращения, 5 обращений. */
function counted(n: number, [one, few, many]: readonly [string, string, string]): string {
  const tens = n % 100
  const ones = n % 10
  const word = ones === 1 && tens !== 11 ? one : ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many
  return `${n} ${word}`
}
const appeals = (n: number) => counted(n, ['обращение', 'обращения', 'обращений'])

/** The analysis as a chair would write it over these figures: how many, about what, why, and what was done. */
export function analysisOf(random: Random, quarter: Quarter, isCouncil: boolean, computed: Computed): string {
  const { figures, comparison } = computed
  const where = isCouncil ? 'аппарат Центрального Совета' : 'филиал'
  const when = `За ${ordinals[Number(quarter.key.slice(5)) - 1]} квартал ${quarter.key.slice(0, 4)} года`
  if (figures.totals.count === 0) return `${when} обращений в ${where} не поступало.`
  const leading = figures.categories.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  const sentences = [
    `${when} в ${where} поступило ${appeals(figures.totals.count)}${than(figures.totals.count, comparison.previous.totals.count)}.`,
  ]
  if (figures.totals.count <= FEW) {
    sentences.push(
      `Обращались ${leading.map(({ category }) => aboutWhat[category]).join(', ')}.`,
      random.pick(singleCauses),
    )
    if (figures.totals.effect > 0) sentences.push(`Экономический эффект – ${tenge(figures.totals.effect)}.`)
    return sentences.join(' ')
  }
  const [first, second] = leading
  if (first)
    sentences.push(
      `Чаще всего обращались ${aboutWhat[first.category]} (${first.count})${second ? `, затем ${aboutWhat[second.category]} (${second.count})` : ''}.`,
    )
  const [topic] = comparison.topics
  if (topic && topic.count > 2) sentences.push(`Из тем на первом месте «${topic.label.ru}» – ${appeals(topic.count)}.`)
  const frequent = comparison.employers.filter(({ count }) => count > 1).slice(0, 2)
  if (frequent.length > 0)
    sentences.push(
      `По числу обращений выделяются коллективы: ${frequent.map(({ label, count }) => `${label.ru} (${count})`).join(', ')}.`,
    )
  for (const { category } of leading.slice(0, 2)) sentences.push(random.pick(causes[category]))
  const { totals, subtotals } = figures
  if (totals.effect > 0) {
    const defence = subtotals.rightsDefence.effect
    sentences.push(
      `Экономический эффект – ${tenge(totals.effect)}${defence > 0 && defence < totals.effect ? `, из них правозащита – ${tenge(defence)}` : ''}.`,
    )
  }
  sentences.push(random.pick(works))
  return sentences.join(' ')
}

/** So few have no causes in common. */
const FEW = 4

function than(now: number, before: number): string {
  if (before === 0) return ''
  if (now === before) return ', столько же, сколько в предыдущем квартале'
  return `, на ${Math.abs(now - before)} ${now > before ? 'больше' : 'меньше'}, чем в предыдущем квартале`
}

export const commentOn = ({ figures }: Computed): string => {
  if (figures.totals.count === 0) return councilComments.nothing
  return figures.totals.effect > 0 ? councilComments.money : councilComments.causes
}

export const tensionsOf = (random: Random): string | null => (random.chance(0.35) ? random.pick(tensions) : null)

export const examplesOf = (won: readonly Won[]): ReportText['examples'] =>
  won.map(({ appealId, number, topic, amount, people }) => ({
    appealId,
    number,
    text:
      people > 1
        ? `Коллективное обращение (${counted(people, ['человек', 'человека', 'человек'])}), тема «${topic}». После обращения профсоюза работодатель выплатил ${tenge(amount)}.`
        : `Обратился медицинский работник, тема «${topic}». После обращения профсоюза работодатель выплатил ${tenge(amount)}.`,
  }))
