import { useText } from '../i18n/i18n.ts'
import { EmptyState } from './EmptyState.tsx'
import { LinkAnchor } from './links.tsx'

export function PageNotFound() {
  const { t } = useText()
  return (
    <EmptyState title={t('state.notFound')} text={t('state.notFoundHint')}>
      <LinkAnchor to="/">{t('state.toHome')}</LinkAnchor>
    </EmptyState>
  )
}
