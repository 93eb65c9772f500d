import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Bin, Id, Label, LabelDraft, Version } from './fields.ts'
import { flag, list, page, pageQuery, SearchText, units } from './pagination.ts'

/** In this order everywhere: the published report's. */
export const AppealCategory = z
  .enum(['pay', 'labour_protection', 'legal', 'sanatorium', 'material_aid'])
  .meta({ id: 'AppealCategory' })
export type AppealCategory = z.output<typeof AppealCategory>

export const RegionCode = z.string().regex(/^KZ-\d{2}$/)
export const Region = z.object({ code: z.string(), name: Label })
const Can = z.object({ edit: z.boolean() })
const record = { id: Id, version: Version, can: Can }

export const Branch = z
  .object({
    ...record,
    code: z.string(),
    numberPrefix: z.string(),
    name: Label,
    regions: z.array(Region),
    activeFrom: Day,
    activeTo: Day.nullable(),
  })
  .meta({ id: 'Branch' })
export type Branch = z.output<typeof Branch>
const branchDraft = {
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  numberPrefix: z.string().regex(/^[A-Z]{2,5}$/),
  name: LabelDraft,
  regionCodes: z.array(RegionCode).min(1).max(20),
  activeFrom: Day,
  activeTo: Day.nullish(),
}
export const BranchDraft = z.strictObject({ id: Id.optional(), ...branchDraft })
export const BranchChange = z.strictObject(branchDraft).omit({ code: true, numberPrefix: true }).partial()

export const listBranches = defineRoute({
  method: 'GET',
  path: '/branches',
  access: 'signed-in',
  summary: 'Branches with their regions',
  query: z.strictObject({ ...pageQuery(200) }),
  response: page(Branch),
})
export const listRegions = defineRoute({
  method: 'GET',
  path: '/regions',
  access: 'signed-in',
  summary: 'Regions of the country (ISO 3166-2)',
  query: z.strictObject({ ...pageQuery(200) }),
  response: page(Region),
})
export const getBranch = defineRoute({
  method: 'GET',
  path: '/branches/:id',
  access: 'signed-in',
  summary: 'One branch',
  response: Branch,
})
export const createBranch = defineRoute({
  method: 'POST',
  path: '/branches',
  access: 'directories:write',
  summary: 'Open a branch',
  status: 201,
  body: BranchDraft,
  response: Branch,
})
export const changeBranch = defineRoute({
  method: 'PATCH',
  path: '/branches/:id',
  access: 'directories:write',
  summary: 'Change a branch',
  ifMatch: true,
  body: BranchChange,
  response: Branch,
})

export const PrimaryOrganisation = z
  .object({
    ...record,
    branchId: Id,
    name: Label,
    employerId: Id.nullable(),
    regionCode: z.string().nullable(),
    activeFrom: Day.nullable(),
    activeTo: Day.nullable(),
  })
  .meta({ id: 'PrimaryOrganisation' })
export type PrimaryOrganisation = z.output<typeof PrimaryOrganisation>
const organisationDraft = {
  name: LabelDraft,
  employerId: Id.nullish(),
  regionCode: RegionCode.nullish(),
  activeFrom: Day.nullish(),
  activeTo: Day.nullish(),
}
export const PrimaryOrganisationDraft = z.strictObject({ id: Id.optional(), branchId: Id, ...organisationDraft })
export const PrimaryOrganisationChange = z.strictObject(organisationDraft).partial()

export const listPrimaryOrganisations = defineRoute({
  method: 'GET',
  path: '/primary-organisations',
  access: 'signed-in',
  summary: 'Primary organisations by name',
  query: z.strictObject({ branchId: units, q: SearchText, ...pageQuery(200) }),
  response: page(PrimaryOrganisation),
})
export const getPrimaryOrganisation = defineRoute({
  method: 'GET',
  path: '/primary-organisations/:id',
  access: 'signed-in',
  summary: 'One primary organisation',
  response: PrimaryOrganisation,
})
export const createPrimaryOrganisation = defineRoute({
  method: 'POST',
  path: '/primary-organisations',
  access: 'directories:write',
  summary: 'Register a primary organisation',
  status: 201,
  body: PrimaryOrganisationDraft,
  response: PrimaryOrganisation,
})
export const changePrimaryOrganisation = defineRoute({
  method: 'PATCH',
  path: '/primary-organisations/:id',
  access: 'directories:write',
  summary: 'Change a primary organisation',
  ifMatch: true,
  body: PrimaryOrganisationChange,
  response: PrimaryOrganisation,
})

/** A check that did not pass but does not block: exceptions exist (`domain/kazakhstan.md` 2.2). */
export const Warning = z
  .object({
    path: z.string(),
    code: z.enum(['iin.checkDigit', 'iin.birthDate', 'iin.sex', 'bin.checkDigit', 'phone.unusual']),
  })
  .meta({ id: 'Warning' })
export type Warning = z.output<typeof Warning>

export const Employer = z
  .object({
    ...record,
    name: Label,
    bin: z.string().nullable(),
    regionCode: z.string().nullable(),
    active: z.boolean(),
    warnings: z.array(Warning),
  })
  .meta({ id: 'Employer' })
export type Employer = z.output<typeof Employer>
const employerDraft = {
  name: LabelDraft,
  bin: Bin.nullish(),
  regionCode: RegionCode.nullish(),
  active: z.boolean().optional(),
}
export const EmployerDraft = z.strictObject({ id: Id.optional(), ...employerDraft })
export const EmployerChange = z.strictObject(employerDraft).partial()

export const listEmployers = defineRoute({
  method: 'GET',
  path: '/employers',
  access: 'signed-in',
  summary: 'Employers by name or BIN',
  query: z.strictObject({ q: SearchText, regionCode: list(RegionCode), active: flag, ...pageQuery(200) }),
  response: page(Employer),
})
export const getEmployer = defineRoute({
  method: 'GET',
  path: '/employers/:id',
  access: 'signed-in',
  summary: 'One employer',
  response: Employer,
})
export const createEmployer = defineRoute({
  method: 'POST',
  path: '/employers',
  access: 'employers:write',
  summary: 'Register an employer',
  status: 201,
  body: EmployerDraft,
  response: Employer,
})
export const changeEmployer = defineRoute({
  method: 'PATCH',
  path: '/employers/:id',
  access: 'employers:write',
  summary: 'Change an employer',
  ifMatch: true,
  body: EmployerChange,
  response: Employer,
})

export const Topic = z
  .object({ ...record, category: AppealCategory, name: Label, position: z.int(), active: z.boolean() })
  .meta({ id: 'Topic' })
export type Topic = z.output<typeof Topic>
const topicDraft = { name: LabelDraft, position: z.int().min(0).max(1000).optional(), active: z.boolean().optional() }
export const TopicDraft = z.strictObject({ id: Id.optional(), category: AppealCategory, ...topicDraft })
export const TopicChange = z.strictObject(topicDraft).partial()

export const listTopics = defineRoute({
  method: 'GET',
  path: '/topics',
  access: 'signed-in',
  summary: 'Topics below the five categories',
  query: z.strictObject({ category: list(AppealCategory), active: flag, ...pageQuery(200) }),
  response: page(Topic),
})
export const getTopic = defineRoute({
  method: 'GET',
  path: '/topics/:id',
  access: 'signed-in',
  summary: 'One topic',
  response: Topic,
})
export const createTopic = defineRoute({
  method: 'POST',
  path: '/topics',
  access: 'directories:write',
  summary: 'Add a topic',
  status: 201,
  body: TopicDraft,
  response: Topic,
})
export const changeTopic = defineRoute({
  method: 'PATCH',
  path: '/topics/:id',
  access: 'directories:write',
  summary: 'Change a topic',
  ifMatch: true,
  body: TopicChange,
  response: Topic,
})
