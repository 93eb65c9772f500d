/** What people are told: each a sentence that stands alone, without a full stop, as the name of a link. */
export const notifications = {
  title: 'Уведомления',
  unread_one: '{{value}} непрочитанное уведомление',
  unread_few: '{{value}} непрочитанных уведомления',
  unread_many: '{{value}} непрочитанных уведомлений',
  unread_other: '{{value}} непрочитанного уведомления',
  noneUnread: 'Всё прочитано.',
  readAll: 'Отметить все прочитанными',
  allOf: 'Все непрочитанные ({{value}})',
  earlier: 'Показать более ранние',
  new: 'новое',
  empty: 'Уведомлений нет',
  emptyText: 'Здесь появятся напоминания Совета и его решения по отчётам за квартал.',
  branchReport: {
    reminded: 'Совет напоминает: отчёт за {{quarter}} ждут {{since}}',
    remindedEarly: 'Совет напоминает: отчёт за {{quarter}} ждут {{until}}',
    submitted: 'Отчёт за {{quarter}} сдал вместо вас Совет',
    returned: 'Совет вернул отчёт за {{quarter}}: исправьте его и сдайте снова',
    accepted: 'Совет принял отчёт за {{quarter}}',
  },
  period: {
    closed: '{{quarter}} закрыт: дальнейшие правки станут исправлениями',
    reopened: '{{quarter}} открыт снова',
  },
} as const
