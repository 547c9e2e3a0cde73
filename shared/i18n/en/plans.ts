import type { Translation } from '#shared/i18n/message-types.ts'
import type { plans as source } from '#shared/i18n/zh-CN/plans.ts'

/** Plans of collecting information. */
export const plans = {
  'plans.title': 'Collection plans',
  'plans.about':
    'First write down what information is collected for, which, and from whom. Each value of a file can say under which plan it was collected.',
  'plans.one': 'Collection plan',
  'plans.under': 'plan "{goal}"',
  'plans.none': 'There is no plan yet.',
  'plans.noneToChoose': 'No plan yet: make one in the settings',
  'plans.add': 'New plan',
  'plans.edit': 'Edit plan',
  'plans.editOne': 'Edit plan "{goal}"',
  'plans.change': 'Edit',
  'plans.remove': 'Remove',
  'plans.saved': 'Saved collection plan "{goal}"',
  'plans.removed': 'Removed collection plan "{goal}"',
  'plans.values': '{count} values',
  'plans.values_one': '{count} value',
  'plans.part.goal': 'Goal',
  'plans.part.kinds': 'Kinds of information',
  'plans.part.scope': 'Scope',
  'plans.part.targetGroup': 'About whom',
  'plans.part.method': 'Method',
  'plans.part.people': 'People',
  'plans.part.fromOn': 'From',
  'plans.part.toOn': 'To',
  'plans.hint.goal': 'Learn why regulars stopped buying',
  'plans.hint.kinds': 'Usual brands, views, expectations',
  'plans.hint.scope': 'Customers of this city with orders in the last year',
  'plans.hint.targetGroup': 'Sleeping customers, members',
  'plans.hint.people': 'Manager and two assistants',
  'plans.reversed': 'The last day is before the first',
} satisfies Translation<typeof source>
