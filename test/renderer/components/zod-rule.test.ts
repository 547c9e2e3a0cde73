import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { zodRule } from '#renderer/components/zod-rule.ts'
import { CustomerDraft } from '#shared/domain/customer.ts'
import { translateCode } from '#shared/i18n/translate.ts'

const Sample = z.object({
  name: z.string().trim().min(1, { error: 'required' }).max(5, { error: 'too-long' }),
  note: z.string().max(5, { error: 'too-long' }).nullable(),
  size: z.enum(['small', 'large']),
  count: z.number().max(9),
})

async function check(key: keyof typeof Sample.shape, value: unknown): Promise<string> {
  const rule = zodRule(Sample, key, (code, values) => translateCode('en', code, values))
  if (typeof rule === 'function' || !rule.validator) throw new Error('no validator')
  try {
    await rule.validator({} as never, value, () => {})
    return 'fine'
  } catch (error) {
    return (error as Error).message
  }
}

describe('zodRule', () => {
  test('a right value passes', async () => {
    expect(await check('name', '样例')).toBe('fine')
    expect(await check('size', 'small')).toBe('fine')
  })

  test('the code of the schema is worded in the language of the window', async () => {
    expect(await check('name', '   ')).toBe('This is needed')
    expect(await check('name', '123456')).toBe('Too long; shorten it')
    expect(await check('note', '123456')).toBe('Too long; shorten it')
  })

  test('an empty field is undefined to antd: it passes where null does, else it is needed', async () => {
    for (const empty of [undefined, null, '']) {
      expect(await check('note', empty)).toBe('fine')
      expect(await check('name', empty)).toBe('This is needed')
      expect(await check('size', empty)).toBe('This is needed')
    }
  })

  test('a message of zod itself is never shown', async () => {
    expect(await check('size', 'huge')).toBe('This cannot be understood')
    expect(await check('count', 12)).toBe('This cannot be understood')
  })
})

test('every code of the customer form is worded', () => {
  const bad = {
    kind: 'individual',
    cardType: 'active',
    name: '',
    gender: null,
    birthOn: '2026-02-30',
    occupation: 'x'.repeat(101),
    source: null,
    note: null,
    contactRefusedOn: '2026-02-30',
    contactPoints: [{ kind: 'phone', value: ' ' }],
    tags: ['x'.repeat(51)],
    idNumber: '12',
    fields: {},
  }
  const issues = CustomerDraft.safeParse(bad).error?.issues ?? []
  expect(issues.length).toBeGreaterThanOrEqual(6)
  for (const { message } of issues)
    expect(translateCode('en', `field-issue.${message}`), message).not.toMatch(/^field-issue/)
})
