import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { CustomerExplanation, RfmRequest } from '#shared/domain/rfm-analysis.ts'

export type Explained = {
  readonly analysis: RfmRequest | undefined
  /** Undefined until it is there, and when it cannot be had. */
  readonly explanation: CustomerExplanation | undefined
  readonly error: AppError | null
}

/** Why a customer is in a segment, by the reference date, period and rules chosen for all pages. */
export function useExplanation(customerId: number): Explained {
  const { analysis } = useAnalysisChoice()
  const { data, error } = useRequest(
    'analytics.explainCustomer',
    { customerId, analysis: analysis as RfmRequest },
    { isEnabled: analysis !== undefined },
  )
  return { analysis, explanation: data, error }
}
