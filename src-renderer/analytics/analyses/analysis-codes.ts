/** The analyses of the page in their order; each answers one question. */
export const analysisCodes = [
  ...(['overview', 'pareto', 'products', 'staying', 'again', 'baskets'] as const),
  ...(['tastes', 'discounts', 'value', 'kinds', 'seasons'] as const),
] as const
export type AnalysisCode = (typeof analysisCodes)[number]

/** The analysis of a code that came from outside; the first where there is none. */
export function toAnalysisCode(text: string | undefined): AnalysisCode {
  return analysisCodes.find(code => code === text) ?? analysisCodes[0]
}
