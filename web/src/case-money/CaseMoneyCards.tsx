/** What a case's page shows of counsel and money. */
export { ActsCard } from './ActsCard.tsx'
export { AllotmentsCard } from './AllotmentsCard.tsx'
export { CounselCard } from './CounselCard.tsx'
export { PaymentsCard } from './PaymentsCard.tsx'
