import { expect, it } from 'vitest'
import { joinNotes, type MergeCard, mergedFields, proposeSources } from '#shared/domain/customer-merge.ts'

const cardOf = (customerId: number, fields: Partial<MergeCard['fields']>): MergeCard => ({
  customerId,
  fields: {
    ...{
      name: '样例甲',
      kind: 'individual',
      cardType: 'active',
      gender: null,
      birthOn: null,
      idNumber: null,
      occupation: null,
    },
    ...{ source: null, note: null, legacyNumber: null, contactRefusedOn: null },
    ...fields,
  },
})

it('takes the survivor where it says something, else the first that does', () => {
  const sources = proposeSources([
    cardOf(1, { gender: 'female' }),
    cardOf(2, { gender: 'male', birthOn: '1990-01-01' }),
    cardOf(3, { birthOn: '1991-01-01', occupation: '教师' }),
  ])
  expect(sources).toMatchObject({ gender: 1, birthOn: 2, occupation: 3, source: 1 })
})

it('prefers a real name to a masked one or a number, and a customer to a mere lead', () => {
  const masked = proposeSources([cardOf(1, { name: '张*', cardType: 'lead' }), cardOf(2, { name: '张样三' })])
  expect(masked).toMatchObject({ name: 2, cardType: 2 })
  expect(proposeSources([cardOf(1, { name: '13800001107' }), cardOf(2, {})]).name).toBe(2)
})

it('keeps the earliest refusal, whoever stays', () => {
  const cards = [cardOf(1, { contactRefusedOn: '2026-03-01' }), cardOf(2, { contactRefusedOn: '2025-12-31' })]
  expect(proposeSources([cardOf(9, {}), ...cards]).contactRefusedOn).toBe(2)
})

it('puts two notes one below the other and a note that both have once', () => {
  const cards = [cardOf(1, { note: '甲' }), cardOf(2, { note: '乙' })] as [MergeCard, MergeCard]
  expect(mergedFields(cards, {}).note).toBe('甲\n乙')
  expect(mergedFields(cards, { note: 2 }).note).toBe('乙')
  expect(joinNotes(['甲', null, '甲', ''])).toBe('甲')
  expect(joinNotes([null])).toBeNull()
})

it('takes chosen values, blanks among them', () => {
  const cards = [cardOf(1, { occupation: '教师' }), cardOf(2, {})] as [MergeCard, MergeCard]
  expect(mergedFields(cards, { occupation: 2 }).occupation).toBeNull()
})
