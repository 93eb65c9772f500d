/** Counsel and what they cost: money, contracts, the panel, the calendar of courts, terms, files. */
export const counsel = {
  money: {
    allotted: 'Allotted',
    paid: 'Paid',
    bound: 'Still due by contract',
    left: 'Left',
    words: 'Allotted {{allotted}}: paid {{paid}}, still due by contract {{bound}}, left {{left}}.',
    near: '{{percent}}% of what was allotted is committed: think of the next decision.',
    nearShort: '{{left}} left',
    full: 'All that was allotted is committed.',
    nothingLeft: 'nothing left',
    paidOf: '{{paid}} of {{allotted}}',
  },
}
