import type { Translation } from '#shared/i18n/message-types.ts'
import type { funnel as source } from '#shared/i18n/zh-CN/funnel.ts'

/** From the target market to the buyer: stages, how customers are judged, who goes on. */
export const funnel = {
  'funnel.title': 'Funnel',
  'funnel.place.outside': 'Not in the funnel',
  'funnel.place.analysis': 'To be analysed',
  'funnel.place.prospect': 'Prospect',
  'funnel.place.target-none': 'Target: cannot buy yet',
  'funnel.place.target-weak': 'Target: weak means',
  'funnel.place.target-strong': 'Target: strong means',
  'funnel.place.left': 'Left the funnel',
} satisfies Translation<typeof source>
