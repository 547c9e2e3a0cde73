import type { PortraitEvidence, PortraitSentence } from '#shared/domain/portrait.ts'
import type { OrderEvidence } from './evidence-rows.ts'

/** Makes a sentence of a template and its values. Empty: without `evidence` it says that there is nothing. */
export function sentence(
  code: string,
  values: PortraitSentence['values'] = {},
  evidence: PortraitEvidence | OrderEvidence | null = null,
): PortraitSentence {
  const told = evidence !== null && 'tell' in evidence ? evidence.tell() : evidence
  return { code, values, field: null, evidence: told }
}
