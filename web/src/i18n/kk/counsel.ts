/** Counsel and what they cost: money, contracts, the panel, the calendar of courts, terms, files. */
export const counsel = {
  money: {
    allotted: 'Бөлінді',
    paid: 'Төленді',
    bound: 'Шарттар бойынша тағы',
    left: 'Бос қаражат',
    words: 'Бөлінгені {{allotted}}: төленді {{paid}}, шарттар бойынша тағы {{bound}}, бос қаражат {{left}}.',
    near: 'Бөлінген соманың {{percent}} %-ы жұмсалуға бекітілді: келесі шешімді ойластырыңыз.',
    nearShort: 'қалғаны {{left}}',
    full: 'Бөлінген сома толық бекітілді.',
    nothingLeft: 'қаражат қалмады',
    paidOf: '{{allotted}} ішінен {{paid}}',
  },
}
