import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Tenge, Version } from './fields.ts'

/** What the council decides about the figures. */
export const Settings = z
  .object({
    confirmationThreshold: Tenge.meta({
      description: 'Entries of at least so many tenge wait for a second person on the home page.',
    }),
    yearlyVoucherLimit: z
      .int()
      .meta({ description: 'Vouchers per member and year above which the list of vouchers warns.' }),
    yearlyAidLimit: Tenge.meta({ description: 'Tenge of aid per member and year above which the list of aid warns.' }),
    version: Version,
  })
  .meta({ id: 'Settings' })
export const getSettings = defineRoute({
  method: 'GET',
  path: '/settings',
  access: 'signed-in',
  summary: 'Settings of the council',
  response: Settings,
})
export const changeSettings = defineRoute({
  method: 'PATCH',
  path: '/settings',
  access: 'settings:write',
  summary: 'Change the settings of the council',
  ifMatch: true,
  body: z
    .strictObject({ confirmationThreshold: Tenge, yearlyVoucherLimit: z.int().min(1).max(1000), yearlyAidLimit: Tenge })
    .partial(),
  response: Settings,
})
