import { describe, expect, test } from 'vitest'
import { draftOf, emptyDraft, toDraft, toValues } from '#renderer/customers/form-values.ts'
import { conflictingFields, rebaseDraft } from '#renderer/customers/rebase-draft.ts'
import { CustomerDraft } from '#shared/domain/customer.ts'
import { day, exampleFile } from './example-customers.ts'

const full: CustomerDraft = {
  kind: 'individual',
  cardType: 'former',
  name: '林样一',
  gender: 'female',
  birthOn: '--03-09',
  idNumber: null,
  occupation: '教师（示例）',
  source: '示例来源',
  note: '第一行\n第二行',
  contactRefusedOn: day('2026-10-12'),
  contactPoints: [
    { kind: 'wechat', value: 'sample' },
    { kind: 'phone', value: '13800008826' },
    { kind: 'phone', value: '0571-88886666' },
    { kind: 'email', value: 'sample@example.invalid' },
    {
      ...{ kind: 'address', value: '样板路 12 号' },
      correctedRegion: { province: '浙江省', city: '杭州市', district: null },
    },
  ],
  tags: ['老客', '指定快递'],
  fields: {},
}

describe('the fields of the form', () => {
  test.each([
    ['a full card', full],
    ['an empty card', emptyDraft],
    ['a customer as stored', draftOf(exampleFile())],
  ])('give back %s untouched', (_what, draft) => {
    expect(toDraft(toValues(draft))).toEqual(draft)
  })

  test('left empty hold nothing', () => {
    const values = { ...toValues(full), occupation: '  ', phone: ['', ' 13900001111 '], tags: [' ', 'a'] }
    const draft = toDraft(values)
    expect(draft.occupation).toBeNull()
    expect(draft.tags).toEqual(['a'])
    expect(draft.contactPoints.filter(point => point.kind === 'phone')).toEqual([
      { kind: 'phone', value: '13900001111' },
    ])
  })

  test('hold no day of refusal while contact is not refused', () => {
    expect(toDraft({ ...toValues(full), isRefused: false }).contactRefusedOn).toBeNull()
  })

  test('make what main takes', () => {
    expect(CustomerDraft.safeParse(toDraft({ ...toValues(emptyDraft), name: '示例' })).success).toBe(true)
  })
})

describe('an edit on top of another’s', () => {
  const seen = full
  const mine = { ...full, name: '林样二', note: '我的备注', tags: ['新'] }
  const stored = { ...full, note: '别人的备注', occupation: '会计（示例）', tags: ['新'] }

  test('conflicts only where both wrote something different', () => {
    expect(conflictingFields(mine, seen, stored)).toEqual(['note'])
    expect(conflictingFields(seen, seen, stored)).toEqual([])
  })

  test('keeps what the other wrote in fields it left alone', () => {
    expect(rebaseDraft(mine, seen, stored, {})).toEqual({ ...stored, name: '林样二', note: '我的备注' })
  })

  test('takes the other’s value where that was chosen', () => {
    expect(rebaseDraft(mine, seen, stored, { note: 'theirs' })).toEqual({ ...stored, name: '林样二' })
  })
})
