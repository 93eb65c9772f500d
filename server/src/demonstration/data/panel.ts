import type { LawyerKind } from '@qorgan/shared/lawyers'

export interface PanelEntry {
  /** Whose account it is. */
  login?: 'lawyer.1' | 'lawyer.2'
  kind: LawyerKind
  specialisations: string[]
  regions: string[]
  languages: string[]
  /** Working with the union from and to; contracts that are over, or people who left. */
  until?: 'expired' | '2024-03-29'
  /** The branch whose largest employer they advise. */
  advises?: string
}

/** The panel: each region has counsel for every kind of case. */
export const panel: PanelEntry[] = [
  { login: 'lawyer.1', kind: 'advocate', specialisations: ['criminal', 'administrative', 'medical'], regions: ['KZ-35', 'KZ-62'], languages: ['ru', 'kk'] },
  { login: 'lawyer.2', kind: 'lawyer', specialisations: ['civil', 'labour', 'enforcement'], regions: ['KZ-71', 'KZ-11', 'KZ-59', 'KZ-39'], languages: ['ru', 'kk'] },
  { kind: 'lawyer', specialisations: ['civil', 'labour', 'medical'], regions: ['KZ-35', 'KZ-62'], languages: ['ru', 'kk'] },
  { kind: 'advocate', specialisations: ['criminal', 'administrative', 'medical'], regions: ['KZ-71', 'KZ-11', 'KZ-59', 'KZ-39'], languages: ['ru'] },
  { kind: 'lawyer', specialisations: ['civil', 'labour'], regions: ['KZ-55', 'KZ-39'], languages: ['ru', 'en'], advises: 'pavlodar' },
  { kind: 'advocate', specialisations: ['criminal', 'medical', 'civil', 'administrative'], regions: ['KZ-75', 'KZ-19', 'KZ-33'], languages: ['ru', 'kk'] },
  { kind: 'lawyer', specialisations: ['labour', 'civil', 'enforcement'], regions: ['KZ-75', 'KZ-19', 'KZ-33'], languages: ['ru', 'kk', 'en'] },
  { kind: 'advocate', specialisations: ['criminal', 'administrative', 'civil'], regions: ['KZ-61', 'KZ-79', 'KZ-31'], languages: ['kk', 'ru'] },
  { kind: 'lawyer', specialisations: ['labour', 'civil'], regions: ['KZ-61', 'KZ-79', 'KZ-31', 'KZ-43'], languages: ['kk', 'ru'] },
  { kind: 'advocate', specialisations: ['criminal', 'administrative', 'labour', 'civil'], regions: ['KZ-63', 'KZ-10', 'KZ-55'], languages: ['ru', 'kk'] },
  { kind: 'advocate', specialisations: ['criminal', 'administrative', 'labour', 'civil'], regions: ['KZ-23', 'KZ-27', 'KZ-15', 'KZ-47', 'KZ-43'], languages: ['kk', 'ru'] },
  { kind: 'expert', specialisations: ['medical'], regions: ['KZ-71', 'KZ-75', 'KZ-35'], languages: ['ru', 'kk'] },
  { kind: 'lawyer', specialisations: ['labour', 'civil'], regions: ['KZ-55', 'KZ-63'], languages: ['ru'], until: 'expired' },
  { kind: 'advocate', specialisations: ['criminal', 'labour', 'civil'], regions: ['KZ-35', 'KZ-71'], languages: ['ru', 'kk'], until: '2024-03-29' },
]
