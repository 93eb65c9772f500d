import type { Label } from '@qorgan/shared/fields'

export interface Named {
  nameRu: string
  nameKk: string
  nameEn: string | null
}

export const labelOf = ({ nameRu, nameKk, nameEn }: Named): Label => ({ ru: nameRu, kk: nameKk, en: nameEn })
export const columnsOf = ({ ru, kk, en }: { ru: string; kk: string; en?: string | null | undefined }): Named => ({
  nameRu: ru,
  nameKk: kk,
  nameEn: en ?? null,
})
