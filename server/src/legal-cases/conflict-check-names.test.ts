import { describe, expect, test } from 'vitest'
import { names, namesEmployer, namesWhole } from './conflict-check-names.ts'

const ivanov = { lastName: 'Иванов', firstName: 'Иван', patronymic: 'Петрович' }
const akhmetova = { lastName: 'Ахметова', firstName: 'Әйгерім', patronymic: null }

describe('a text names a person', () => {
  test.each([
    'Иванов Иван Петрович',
    'ИВАНОВ ИВАН',
    'Иван Иванов',
    'Иван Петрович Иванов',
    'Иванов И.П.',
    'И.П. Иванов',
    'И. Иванов',
    'Иванов И',
    'Главный врач Иванов Иван Петрович, ГКП «Больница № 1»',
    'Сидоров Семён Семёнович и Иванов И. П.',
    'Иванов Иван и Сидоров Семён Семёнович',
    'Ахметова Асель, Иванов Иван Петрович',
  ])('%s', (text) => expect(names(text, ivanov)).toBe(true))

  test.each([
    'Иванов',
    'Иван Петрович',
    'Иванов Иван Сергеевич',
    'Иванов И.С.',
    'С.И. Иванов',
    'Иванова Иван',
    'Иванов и партнёры',
    'Петров Пётр Иванович',
    'ГКП «Больница имени Иванова»',
    '',
  ])('not: %s', (text) => expect(names(text, ivanov)).toBe(false))

  test('in the Russian or the Kazakh spelling', () => {
    expect(names('Ахметова Айгерим', { ...akhmetova, firstName: 'Айгерім' })).toBe(true)
    expect(names('АХМЕТОВА Әйгерім Серікқызы', akhmetova)).toBe(true)
    expect(names('Ахметова Әйгерім Серікқызы', { ...akhmetova, patronymic: 'Болатқызы' })).toBe(false)
  })

  test('of counsel either order is a name', () => {
    expect(namesWhole('Иванов Иван', 'Иван Иванов')).toBe(true)
    expect(namesWhole('И.П. Иванов', 'Иванов Иван Петрович')).toBe(true)
    expect(namesWhole('Иванов', 'Иванов')).toBe(false)
  })
})

describe('a text names an employer', () => {
  const hospital = {
    names: ['Городская больница № 1', '№ 1 қалалық аурухана', null],
    bin: '990140000001',
  }
  test.each([
    'ГКП на ПХВ «Городская больница №1» УЗ Карагандинской области',
    'городская больница 1',
    'Городская больница',
    '№ 1 Қалалық аурухана',
    'БИН 990140000001',
  ])('%s', (text) => expect(namesEmployer(text, hospital)).toBe(true))

  test.each(['Городская больница № 12', 'Областная больница', 'ГКП', '990140000002', ''])('not: %s', (text) =>
    expect(namesEmployer(text, hospital)).toBe(false),
  )
})
