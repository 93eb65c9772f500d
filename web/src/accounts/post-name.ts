import type { Post } from '@qorgan/shared/accounts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'

/** "Председатель филиала · Карагандинский областной филиал" */
export function usePostName(): (post: Pick<Post, 'role' | 'branchId' | 'primaryOrganisationId' | 'acting'>) => string {
  const { t } = useText()
  const names = useUnitNames()
  return (post) => {
    const unit = post.primaryOrganisationId ? names.organisation(post.primaryOrganisationId) : names.unit(post.branchId)
    const role = post.acting ? `${t('accounts.acting')} ${t(`role.${post.role}`)}` : t(`role.${post.role}`)
    return unit === '' ? role : `${role} · ${unit}`
  }
}
