import { accounts } from './en/accounts.ts'
import { appealForm } from './en/appeal-form.ts'
import { appeals } from './en/appeals.ts'
import { batch } from './en/batch.ts'
import { closing } from './en/closing.ts'
import { counsel } from './en/counsel.ts'
import { everywhere } from './en/everywhere.ts'
import { effects } from './en/effects.ts'
import { figures } from './en/figures.ts'
import { home } from './en/home.ts'
import { legal } from './en/legal.ts'
import { members } from './en/members.ts'
import { notifications } from './en/notifications.ts'
import { office } from './en/office.ts'
import { organisation } from './en/organisation.ts'
import { problem } from './en/problem.ts'
import { reports } from './en/reports.ts'
import { terms } from './en/terms.ts'

import type { Texts } from './texts.ts'

export const en = {
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
} satisfies Texts
