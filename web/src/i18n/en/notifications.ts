export const notifications = {
  title: 'Notifications',
  unread_one: '{{value}} unread notification',
  unread_other: '{{value}} unread notifications',
  noneUnread: 'Everything is read.',
  readAll: 'Mark all as read',
  allOf: 'All unread ({{value}})',
  earlier: 'Show earlier ones',
  new: 'new',
  empty: 'No notifications',
  emptyText: 'Reminders from the council and its decisions on quarterly reports appear here.',
  branchReport: {
    reminded: 'The council reminds you: the report for {{quarter}} was due on {{day}}',
    remindedEarly: 'The council reminds you: the report for {{quarter}} is due by {{day}}',
    submitted: 'The council submitted the report for {{quarter}} in your place',
    returned: 'The council returned the report for {{quarter}}: correct it and submit it again',
    accepted: 'The council accepted the report for {{quarter}}',
  },
  period: {
    closed: '{{quarter}} is closed: later changes become corrections',
    reopened: '{{quarter}} was opened again',
  },
} as const
