import { accounts } from './kk/accounts.ts'
import { appealForm } from './kk/appeal-form.ts'
import { appeals } from './kk/appeals.ts'
import { batch } from './kk/batch.ts'
import { closing } from './kk/closing.ts'
import { counsel } from './kk/counsel.ts'
import { everywhere } from './kk/everywhere.ts'
import { effects } from './kk/effects.ts'
import { figures } from './kk/figures.ts'
import { home } from './kk/home.ts'
import { legal } from './kk/legal.ts'
import { members } from './kk/members.ts'
import { notifications } from './kk/notifications.ts'
import { office } from './kk/office.ts'
import { organisation } from './kk/organisation.ts'
import { problem } from './kk/problem.ts'
import { reports } from './kk/reports.ts'
import { terms } from './kk/terms.ts'

import type { Texts } from './texts.ts'

export const kk = {
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
