import type { Translation } from '#shared/i18n/message-types.ts'
import type { contribution as source } from '#shared/i18n/zh-CN/contribution.ts'

/** The seven groups by contribution. */
export const contribution = {
  'contribution.reading': 'Reading',
  'contribution.reading.as-printed': 'As printed',
  'contribution.reading.corrected': 'Corrected',
  'contribution.why':
    'Why two readings: the "36 months" and "15 times" of the book look like misprints of "months 3 to 6" and "1.5 times". Choosing one reckons all anew.',
  'contribution.formula': 'Score = net spend of {recent} × {factor} + net spend of {base}',
  'contribution.span.last': 'the last {months} months ({first} to {last})',
  'contribution.span.past': '{to} to {from} months ago ({first} to {last})',
  'contribution.empty':
    'After orders are imported, customers are put into seven groups here by contribution: whom to keep, who grows, who is lost.',
  'contribution.noOrders_one':
    '{count} customer, without an order that counts for the score by {day}. Once orders are imported, customers are put into seven groups here.',
  'contribution.noOrders':
    '{count} customers, none with an order that counts for the score by {day}. Once orders are imported, they are put into seven groups here.',
  'contribution.group': 'Group',
  'contribution.group.stable-top': 'Top, stable',
  'contribution.group.growing-high': 'High, growing',
  'contribution.group.stable-middle': 'Middle, stable',
  'contribution.group.lost-middle': 'Middle, lost',
  'contribution.group.lost-low': 'Low, lost',
  'contribution.group.seasonal-low': 'Low, seasonal',
  'contribution.group.back-low': 'Low, came back',
  'contribution.group.unassigned': 'Unassigned',
  'contribution.who.stable-top': 'Score in the top {top}, no great fall in the last {months} months.',
  'contribution.who.growing-high':
    'Score in the top {high}; spent at least {factor} times as much in the last {months} months as in the {months} before.',
  'contribution.who.stable-middle':
    'Score below the top {top}, within the top {middle}; no great fall in the last {months} months.',
  'contribution.who.lost-middle':
    'Spent at least {loss} less in the last {months} months than in the {months} before; contributed middle or more until then.',
  'contribution.who.lost-low':
    'Spent at least {loss} less in the last {months} months than in the {months} before; contributed little until then.',
  'contribution.who.seasonal-low':
    'Contributes little; bought in two of the last 3 years or more, always in the same {season} months of the year.',
  'contribution.who.back-low':
    'Contributes little; bought again in the last {recent} months after {pause} months or more without an order.',
  'contribution.who.unassigned': 'No score, or none of the rules above fits.',
  'contribution.policy': 'What to do: {text}',
  'contribution.policy.stable-top': 'keep them by all means and give them the best service.',
  'contribution.policy.growing-high':
    'spend marketing money to find out why they grow, so that others can grow too.',
  'contribution.policy.lost-middle': 'phone them, ask what went wrong, and win them back.',
  'contribution.policy.none': 'the book has no advice for this group.',
  'contribution.customers': 'Customers',
  'contribution.scoreShare': 'Share of score',
  'contribution.score': 'Score',
  'contribution.chart': 'Customers of each group and its share of the score',
  'contribution.caption':
    'As of {asOf}: seven groups {grouped} + unassigned {unassigned} = all {customers} customers',
  'contribution.rules': 'How it is reckoned',
  'contribution.rules.order': 'Tried from top to bottom, the first that fits wins',
  'contribution.rules.level.top': 'Top',
  'contribution.rules.level.high': 'High',
  'contribution.rules.level.middle': 'Middle',
  'contribution.rules.level': 'Score in the top {share} ({limit} or more)',
  'contribution.rules.level.low': 'The rest with a score is "low"',
  'contribution.member.last': 'Net spend, last {months} months',
  'contribution.member.past': 'Net spend, {to}–{from} months ago',
  'contribution.status.balances':
    '{count} opening balances cannot be split by months and are not in the score',
  'contribution.status.balances_one':
    '{count} opening balance cannot be split by months and is not in the score',
  'finding.contribution-too-few':
    'Too little data: {count} customers in the seven groups, at least {minimum} are needed',
  'finding.contribution-too-few_one':
    'Too little data: {count} customer in the seven groups, at least {minimum} are needed',
  'finding.contribution-lost':
    '{customerCount} customers who contributed middle or more are lost: {customerRate} of the seven groups',
  'finding.contribution-top': 'The stable top ({customerCount}) brings {scoreRate} of the score',
  'finding.contribution-richest': '{groupName} ({customerCount}) brings {scoreRate} of the score, the most',
} satisfies Translation<typeof source>
