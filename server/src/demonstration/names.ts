import {
  fathers,
  kazakhMen,
  kazakhSurnames,
  kazakhWomen,
  otherSurnames,
  patronymicStems,
  plainSurnames,
  russianFathers,
  russianMen,
  russianSurnames,
  russianWomen,
} from './data/names.ts'
import type { Random } from './random.ts'

export type Sex = 'male' | 'female'
export interface PersonName {
  lastName: string
  firstName: string
  patronymic: string
}

/** A name whose parts agree: spelled one way, ending for one sex, with a patronymic of its people and generation. */
export function personName(random: Random, sex: Sex, birthYear: number, kazakhShare = 0.68): PersonName {
  if (random.chance(kazakhShare)) return kazakhName(random, sex, birthYear)
  const surname = random.chance(0.14) ? random.pick(otherSurnames) : random.pick(russianSurnames)
  return {
    lastName: surnameOf(surname, sex),
    firstName: random.pick(sex === 'female' ? russianWomen : russianMen),
    patronymic: patronymic(random.pick(russianFathers), sex),
  }
}

function kazakhName(random: Random, sex: Sex, birthYear: number): PersonName {
  // Documents of the young are more often in Kazakh spelling, with the father's name and «қызы» or «ұлы».
  const inKazakh = random.chance(birthYear >= 1990 ? 0.65 : 0.3)
  const spelled = (name: string) => {
    const [ru, kk = ru] = name.split('/')
    return (inKazakh ? kk : ru)!
  }
  const isPlain = inKazakh && birthYear >= 1980 && random.chance(0.3)
  const father = spelled(random.pick(fathers))
  return {
    lastName: isPlain ? spelled(random.pick(plainSurnames)) : surnameOf(spelled(random.pick(kazakhSurnames)), sex),
    firstName: spelled(random.pick(sex === 'female' ? kazakhWomen : kazakhMen)),
    patronymic: inKazakh ? father + (sex === 'female' ? 'қызы' : 'ұлы') : patronymic(father, sex),
  }
}

const surnameOf = (surname: string, sex: Sex) =>
  sex === 'female' && /(?:[оеё]в|ин)$/.test(surname) ? `${surname}а` : surname

function patronymic(father: string, sex: Sex): string {
  const son = patronymicStems[father] ?? regularPatronymic(father)
  return sex === 'male' ? son : son.replace(/ич$/, 'на')
}
function regularPatronymic(father: string): string {
  if (father.endsWith('й')) return `${father.slice(0, -1)}евич`
  if (/[иы]$/.test(father)) return `${father}евич`
  if (father.endsWith('а')) return `${father}евич`
  return `${father}ович`
}

const kazakhGivenNames = new Set([...kazakhWomen, ...kazakhMen].flatMap((name) => name.split('/')))
export const hasKazakhName = ({ firstName }: PersonName): boolean => kazakhGivenNames.has(firstName)

export const fullName = (name: PersonName): string => [name.lastName, name.firstName, name.patronymic].join(' ')
/** «Ахметова С. Б.», as orders and replies name people. */
export const shortName = (name: PersonName): string => `${name.lastName} ${name.firstName[0]}. ${name.patronymic[0]}.`
