import { accounts } from './ru/accounts.ts'
import { appealForm } from './ru/appeal-form.ts'
import { appeals } from './ru/appeals.ts'
import { batch } from './ru/batch.ts'
import { closing } from './ru/closing.ts'
import { counsel } from './ru/counsel.ts'
import { everywhere } from './ru/everywhere.ts'
import { effects } from './ru/effects.ts'
import { figures } from './ru/figures.ts'
import { home } from './ru/home.ts'
import { legal } from './ru/legal.ts'
import { members } from './ru/members.ts'
import { notifications } from './ru/notifications.ts'
import { office } from './ru/office.ts'
import { organisation } from './ru/organisation.ts'
import { problem } from './ru/problem.ts'
import { reports } from './ru/reports.ts'
import { terms } from './ru/terms.ts'

/** The source of every text: a key that another language lacks does not compile. */
export const ru = {
  ...everywhere,
  accounts,
  appealForm,
  appeals,
  batch,
  closing,
  counsel,
  effects,
  figures,
  home,
  legal,
  members,
  notifications,
  office,
  organisation,
  problem,
  reports,
  ...terms,
} as const
