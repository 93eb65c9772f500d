import { checkDigit } from '@qorgan/shared/identifiers'
import { newId } from '../platform/ids.ts'
import { type BranchPlaces, branchPlaces } from './data/places.ts'
import { type Random, seededRandom } from './random.ts'
import type { Unit } from './reference.ts'

export interface Name {
  ru: string
  kk: string
  en: string
}
export interface Employer {
  id: string
  name: Name
  /** As people write it in a text: `КГП «Городская поликлиника № 4»`. */
  short: Name
  bin: string
  regionCode: string
}
export interface Organisation {
  id: string
  unit: Unit
  name: Name
  employer: Employer
  /** How many members it has, in relation to others. */
  size: number
  teachesStudents: boolean
  activeFrom: string
}

interface Institution {
  name: Name
  size: number
  teachesStudents?: boolean
  form?: 'university' | 'company'
}

const threeWords = (text: string): Name => {
  const [ru = '', kk = '', en = ''] = text.split('/')
  return { ru, kk, en }
}
const places = (text: string): Name[] => (text === '' ? [] : text.split(', ').map(threeWords))
const all = (name: Name, size: number, extra: Omit<Institution, 'name' | 'size'> = {}): Institution => ({
  name,
  size,
  ...extra,
})

/** The region's own institutions; `О` stands for «Областная» or «Городская». */
const regional: { name: string; size: number }[] = [
  { name: 'Многопрофильная {о}ая больница/Көпбейінді {о} аурухана/Multidisciplinary Hospital', size: 9 },
  { name: '{О}ой перинатальный центр/{О} перинаталдық орталық/Perinatal Centre', size: 5 },
  {
    name: '{О}ая станция скорой медицинской помощи/{О} жедел медициналық жәрдем станциясы/Ambulance Station',
    size: 5.5,
  },
  {
    name: 'Многопрофильная {о}ая детская больница/Көпбейінді {о} балалар ауруханасы/Multidisciplinary Children’s Hospital',
    size: 6,
  },
  { name: '{О}ой центр фтизиопульмонологии/{О} фтизиопульмонология орталығы/Phthisiopulmonology Centre', size: 3.5 },
  { name: '{О}ой центр психического здоровья/{О} психикалық денсаулық орталығы/Mental Health Centre', size: 4 },
  { name: '{О}ой центр крови/{О} қан орталығы/Blood Centre', size: 1.6 },
  { name: 'Многопрофильный онкологический центр/Көпбейінді онкология орталығы/Oncology Centre', size: 4 },
  { name: '{О}ая инфекционная больница/{О} жұқпалы аурулар ауруханасы/Infectious Diseases Hospital', size: 3 },
  { name: '{О}ая стоматологическая поликлиника/{О} стоматологиялық емхана/Dental Polyclinic', size: 1.5 },
]

/** Institutions of a branch in the order in which they are taken, so that each has hospitals, polyclinics and a college. */
function institutions(its: BranchPlaces): Institution[] {
  const centre = threeWords(its.centre)
  const stem = its.isCity ? { ru: 'Городск', kk: 'Қалалық' } : { ru: 'Областн', kk: 'Облыстық' }
  const filled = (text: string, word: string) => text.replaceAll('{о}', word.toLowerCase()).replaceAll('{О}', word)
  const own = regional.map(({ name, size }): Institution => {
    const said = threeWords(name)
    return all({ ru: filled(said.ru, stem.ru), kk: filled(said.kk, stem.kk), en: `${centre.en} ${said.en}` }, size)
  })
  const college = all(
    {
      ru: `Высший медицинский колледж г. ${centre.ru}`,
      kk: `${centre.kk} жоғары медициналық колледжі`,
      en: `${centre.en} Higher Medical College`,
    },
    1,
    { teachesStudents: true },
  )
  const polyclinics = Array.from({ length: 12 }, (_, i) =>
    all(
      {
        ru: `Городская поликлиника № ${i + 1} г. ${centre.ru}`,
        kk: `${centre.kk} қаласының № ${i + 1} емханасы`,
        en: `${centre.en} City Polyclinic No. ${i + 1}`,
      },
      3.2,
    ),
  )
  const cityHospitals = [1, 2, 4].map((n) =>
    all(
      {
        ru: `Городская больница № ${n} г. ${centre.ru}`,
        kk: `${centre.kk} қаласының № ${n} ауруханасы`,
        en: `${centre.en} City Hospital No. ${n}`,
      },
      4.5,
    ),
  )
  const districts = places(its.districts).map((place) =>
    all(
      {
        ru: `Центральная районная больница ${place.ru} района`,
        kk: `${place.kk} ауданының орталық ауруханасы`,
        en: `${place.en} District Hospital`,
      },
      3,
    ),
  )
  const towns = places(its.towns).map((place) =>
    all(
      {
        ru: `Центральная больница г. ${place.ru}`,
        kk: `${place.kk} қаласының орталық ауруханасы`,
        en: `${place.en} Central Hospital`,
      },
      3.6,
    ),
  )
  const mixed: Institution[] = [college]
  const queues = [own, districts, polyclinics, towns, cityHospitals, own, districts]
  for (let i = 0; mixed.length < its.organisations && i < 200; i++) {
    const next = queues[i % queues.length]!.shift()
    if (next) mixed.push(next)
  }
  if (mixed.length !== its.organisations) throw new RangeError('too few institutions for a branch')
  return mixed
}

const universities: Record<string, Name> = {
  karaganda: threeWords(
    'Карагандинский медицинский университет/Қарағанды медицина университеті/Karaganda Medical University',
  ),
  astana: threeWords('Медицинский университет Астана/Астана медицина университеті/Astana Medical University'),
  almaty: threeWords(
    'Казахский национальный медицинский университет имени С. Д. Асфендиярова/С. Ж. Асфендияров атындағы Қазақ ұлттық медицина университеті/Asfendiyarov Kazakh National Medical University',
  ),
}
/** Employers without a primary organisation: their people come to the union as non-members. */
const companies =
  'Медикер/Медикер/Mediker, Достар Мед/Достар Мед/Dostar Med, Эмирмед/Эмирмед/Emirmed, Сункар/Сұңқар/Sunkar, Жан-Ер/Жан-Ер/Zhan-Er, Медикус/Медикус/Medicus, Шипа/Шипа/Shipa, Мейірім/Мейірім/Meirim, Ак ниет/Ақ ниет/Ak Niet, Гиппократ/Гиппократ/Hippocrates, Авиценна/Авиценна/Avicenna'

export function makeEmployers(units: readonly Unit[]): { employers: Employer[]; organisations: Organisation[] } {
  const random = seededRandom('employers')
  const employers: Employer[] = []
  const organisations: Organisation[] = []
  const bins = new Set<string>()
  for (const unit of units) {
    const its = branchPlaces[unit.code]
    if (!its) continue
    const list = institutions(its)
    const university = universities[unit.code]
    // In the place of the college: both would be too many for one branch.
    if (university) list[0] = all(university, 4, { teachesStudents: true, form: 'university' })
    for (const institution of list) {
      const employer = anEmployer(random, unit, its, institution, bins)
      const { ru, kk, en } = institution.name
      employers.push(employer)
      organisations.push({
        id: newId(),
        unit,
        name: { ru: `ППО «${ru}»`, kk: `«${kk}» бастауыш кәсіподақ ұйымы`, en: `${en} primary organisation` },
        employer,
        size: institution.size * (0.75 + random.next() * 0.5),
        teachesStudents: institution.teachesStudents ?? false,
        activeFrom: `${random.int(1994, 2019)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`,
      })
    }
    const private_ = random.shuffled(places(companies)).slice(0, random.int(1, 2))
    const centre = threeWords(its.centre)
    for (const name of private_) {
      const clinic = {
        ru: `Клиника „${name.ru}“ г. ${centre.ru}`,
        kk: `${centre.kk} қаласының „${name.kk}“ клиникасы`,
        en: `${name.en} Clinic ${centre.en}`,
      }
      employers.push(anEmployer(random, unit, its, all(clinic, 0, { form: 'company' }), bins))
    }
  }
  return { employers, organisations }
}

function anEmployer(
  random: Random,
  unit: Unit,
  its: BranchPlaces,
  institution: Institution,
  bins: Set<string>,
): Employer {
  const area = threeWords(its.area)
  const { ru, kk, en } = institution.name
  const base = { id: newId(), bin: aBin(random, bins), regionCode: unit.regionCode }
  if (institution.form === 'university')
    return {
      ...base,
      name: { ru: `НАО «${ru}»`, kk: `«${kk}» КеАҚ`, en },
      short: { ru: `НАО «${ru}»`, kk: `«${kk}»`, en },
    }
  if (institution.form === 'company')
    return {
      ...base,
      name: { ru: `ТОО «${ru}»`, kk: `«${kk}» ЖШС`, en: `${en} LLP` },
      short: { ru: `ТОО «${ru}»`, kk: `«${kk}»`, en },
    }
  const form = its.isCity ? 'ГКП на ПХВ' : 'КГП на ПХВ'
  const department = its.isCity ? 'УОЗ' : 'УЗ'
  const departmentKk = its.isCity ? 'қоғамдық денсаулық сақтау' : 'денсаулық сақтау'
  return {
    ...base,
    name: {
      ru: `${form} «${ru}» ${department} ${area.ru}`,
      kk: `${area.kk} ${departmentKk} басқармасының «${kk}» ШЖҚ ${its.isCity ? 'МКК' : 'КМК'}`,
      en: `${en}, Health Department of ${area.en}`,
    },
    short: { ru: `${its.isCity ? 'ГКП' : 'КГП'} «${ru}»`, kk: `«${kk}»`, en },
  }
}

/** Year and month of registration, 4 and 0 for the head office of a resident legal entity, a serial and the check digit. */
function aBin(random: Random, taken: Set<string>): string {
  for (;;) {
    const year = random.weighted([98, 99, 0, 1, 2, 5, 8, 10, 12, 15], () => 1)
    const body = `${String(year).padStart(2, '0')}${String(random.int(1, 12)).padStart(2, '0')}40${String(random.int(100, 29_999)).padStart(5, '0')}`
    const check = checkDigit(body)
    const bin = `${body}${check}`
    if (check === null || taken.has(bin)) continue
    taken.add(bin)
    return bin
  }
}
