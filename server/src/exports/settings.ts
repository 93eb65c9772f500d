import type { changePrintSettings, PrintSettings } from '@qorgan/shared/exports'
import type { RouteInput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import type { Label } from '@qorgan/shared/fields'
import { sql } from 'kysely'
import { recordEvent } from '../audit/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import { type Actor, may } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import type { Kind } from './reports/kinds.ts'

type Headings = Record<Kind, Label>
type Signer = PrintSettings['signers'][number]

/** The union's own wording of its congress report, with the word that it left out; Kazakh by the glossary. */
const usualHeadings: Headings = {
  appeals: {
    ru: 'СВЕДЕНИЯ ОБ ОБРАЩЕНИЯХ, ПОСТУПИВШИХ В ФИЛИАЛЫ И АППАРАТ ЦС ЗА ОТЧЕТНЫЙ ПЕРИОД',
    kk: 'ЕСЕПТІ КЕЗЕҢДЕ ФИЛИАЛДАРҒА ЖӘНЕ ОРТАЛЫҚ КЕҢЕСТІҢ АППАРАТЫНА КЕЛІП ТҮСКЕН ЖОЛДАНЫМДАР ТУРАЛЫ МӘЛІМЕТТЕР',
    en: 'APPEALS RECEIVED BY THE BRANCHES AND THE CENTRAL COUNCIL OFFICE IN THE REPORTING PERIOD',
  },
  medadvokat: {
    ru: 'РЕСПУБЛИКАНСКИЙ СОЦИАЛЬНЫЙ ПРОЕКТ ПРОФСОЮЗА «МЕДАДВОКАТ»',
    kk: 'КӘСІПОДАҚТЫҢ «МЕДАДВОКАТ» РЕСПУБЛИКАЛЫҚ ӘЛЕУМЕТТІК ЖОБАСЫ',
    en: 'MEDADVOKAT, THE UNION’S NATIONAL SOCIAL PROJECT',
  },
  movement: {
    ru: 'ДВИЖЕНИЕ ОБРАЩЕНИЙ ЗА ОТЧЕТНЫЙ ПЕРИОД',
    kk: 'ЕСЕПТІ КЕЗЕҢДЕГІ ЖОЛДАНЫМДАР ҚОЗҒАЛЫСЫ',
    en: 'MOVEMENT OF APPEALS IN THE REPORTING PERIOD',
  },
  membership: {
    ru: 'ЧИСЛЕННОСТЬ ПЕРВИЧНЫХ ПРОФСОЮЗНЫХ ОРГАНИЗАЦИЙ И ЧЛЕНОВ ПРОФСОЮЗА',
    kk: 'БАСТАУЫШ КӘСІПОДАҚ ҰЙЫМДАРЫ МЕН КӘСІПОДАҚ МҮШЕЛЕРІНІҢ САНЫ',
    en: 'PRIMARY ORGANISATIONS AND MEMBERS OF THE UNION',
  },
  ministry: {
    ru: 'ИНФОРМАЦИЯ О РАССМОТРЕНИИ ОБРАЩЕНИЙ РАБОТНИКОВ ЗДРАВООХРАНЕНИЯ ПО ПУНКТУ 15.7 ОТРАСЛЕВОГО СОГЛАШЕНИЯ',
    kk: 'САЛАЛЫҚ КЕЛІСІМНІҢ 15.7-ТАРМАҒЫ БОЙЫНША ДЕНСАУЛЫҚ САҚТАУ ҚЫЗМЕТКЕРЛЕРІНІҢ ЖОЛДАНЫМДАРЫН ҚАРАУ ТУРАЛЫ АҚПАРАТ',
    en: 'APPEALS OF HEALTHCARE WORKERS UNDER PARAGRAPH 15.7 OF THE SECTOR AGREEMENT',
  },
}
const usualFootnote: Label = {
  ru: 'Количество обращений указано по дате поступления, экономический эффект – по дате получения.',
  kk: 'Жолданымдардың саны келіп түскен күні бойынша, экономикалық тиімділік алынған күні бойынша көрсетілген.',
  en: 'The number of appeals is by the date of receipt, the economic effect by the date of obtaining.',
}

/** JSON columns hold what the contract parsed when they were written. */
interface Stored {
  headings: Partial<Headings>
  footnote: Label | null
  signers: Signer[]
  executor: PrintSettings['executor']
  version: number
}
const stored = (db: Reader) =>
  db.selectFrom('printSettings').select(['headings', 'footnote', 'signers', 'executor', 'version'])

const withUsual = ({ headings, footnote, signers, executor, version }: Stored) => ({
  headings: { ...usualHeadings, ...headings },
  footnote: footnote ?? usualFootnote,
  signers,
  executor,
  version,
})
export type PrintWords = ReturnType<typeof withUsual>

export const findPrintWords = async (db: Reader): Promise<PrintWords> =>
  withUsual((await stored(db).executeTakeFirstOrThrow()) as Stored)

export const presentSettings = (actor: Actor, words: PrintWords): PrintSettings => ({
  ...words,
  can: { edit: may(actor, 'settings:write') },
})

type Change = RouteInput<typeof changePrintSettings>['body']

export async function changeSettings(tx: Tx, actor: Actor, change: Change, ifMatch: IfMatch): Promise<PrintSettings> {
  const before = (await stored(tx).forUpdate().executeTakeFirstOrThrow()) as Stored
  requireVersion(ifMatch, before.version)
  const { headings, footnote, signers, executor } = change
  await tx
    .updateTable('printSettings')
    .set({
      ...(headings && { headings: JSON.stringify({ ...before.headings, ...withEnglish(headings) }) }),
      ...(footnote && { footnote: JSON.stringify(label(footnote)) }),
      ...(signers && { signers: JSON.stringify(signers.map((one) => ({ ...one, postKk: one.postKk ?? null }))) }),
      ...(executor !== undefined && { executor: executor && JSON.stringify(executor) }),
      version: sql`version + 1`,
    })
    .execute()
  const words = await findPrintWords(tx)
  await recordEvent(tx, actor, {
    unitId: COUNCIL_ID,
    action: 'printSettings.changed',
    entity: 'printSettings',
    fields: Object.keys(change),
  })
  return presentSettings(actor, words)
}

type Draft = NonNullable<Change['footnote']>
const label = ({ ru, kk, en }: Draft): Label => ({ ru, kk, en: en ?? null })
const withEnglish = (headings: NonNullable<Change['headings']>): Partial<Headings> =>
  Object.fromEntries(Object.entries(headings).flatMap(([kind, heading]) => (heading ? [[kind, label(heading)]] : [])))

/** Of each post whoever had come to it last by the day of the report, in the order of the settings. */
export function signersOn(signers: readonly Signer[], day: Day): Signer[] {
  const inOffice = new Map<string, Signer>()
  for (const signer of signers) {
    const present = inOffice.get(signer.post)
    if (signer.from <= day && (!present || signer.from >= present.from)) inOffice.set(signer.post, signer)
  }
  return [...inOffice.values()]
}
