export { type ActRow, findAct, findActs, placeOfAct, presentAct, sumOfActs } from './acts.ts'
export { type AllotmentRow, findAllotment, findAllotments, placeOfAllotment, presentAllotment } from './allotments.ts'
export {
  type AssignmentRow,
  findAssignment,
  findAssignments,
  firstUseOf,
  placeOfAssignment,
  presentAssignment,
} from './assignments.ts'
export {
  findPayment,
  isPaidAgain,
  pageOfPayments,
  type PaymentRow,
  placeOfPayment,
  presentPayment,
  selectPayments,
} from './payments.ts'
export {
  refuseAcceptance,
  refuseAccepted,
  refuseAllotmentChange,
  refuseApproval,
  refuseEnded,
  refuseFee,
  refuseVoided,
  refuseVoiding,
} from './policy.ts'
export { findSums } from './sums.ts'
