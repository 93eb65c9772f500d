export const notifications = {
  title: 'Хабарламалар',
  unread_one: '{{value}} оқылмаған хабарлама',
  unread_other: '{{value}} оқылмаған хабарлама',
  noneUnread: 'Бәрі оқылды.',
  readAll: 'Бәрін оқылды деп белгілеу',
  allOf: 'Барлық оқылмағандар ({{value}})',
  earlier: 'Ертеректегілерін көрсету',
  new: 'жаңа',
  empty: 'Хабарлама жоқ',
  emptyText: 'Мұнда Кеңестің еске салулары және тоқсандық есептер бойынша шешімдері шығады.',
  branchReport: {
    reminded: 'Кеңес еске салады: {{quarter}} есебі {{since}} күтілуде',
    remindedEarly: 'Кеңес еске салады: {{quarter}} есебі {{until}} күтіледі',
    submitted: '{{quarter}} есебін сіздің орныңызға Кеңес тапсырды',
    returned: 'Кеңес {{quarter}} есебін қайтарды: түзетіп, қайта тапсырыңыз',
    accepted: 'Кеңес {{quarter}} есебін қабылдады',
  },
  period: {
    closed: '{{quarter}} жабылды: кейінгі өзгерістер түзету болып саналады',
    reopened: '{{quarter}} қайта ашылды',
  },
} as const
