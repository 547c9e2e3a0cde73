import { expect, test } from 'vitest'
import { maskAddress, maskContactPoint, maskEmail, maskIdNumber, maskPhone } from '#shared/domain/masking.ts'

test('of a phone the first three and the last four digits stay', () => {
  expect(maskPhone('138 0000 1107')).toBe('138****1107')
  expect(maskPhone('+86 13800001107')).toBe('861****1107')
  expect(maskPhone('12345')).toBe('****')
})

test('of an address the first six characters stay, of an e-mail the first letter and the place', () => {
  expect(maskAddress('西湖区样板路 12 号')).toBe('西湖区样板路****')
  expect(maskEmail('sample@example.invalid')).toBe('s****@example.invalid')
  expect(maskEmail('no-at-sign')).toBe('****')
})

test('every kind of contact point is masked', () => {
  for (const kind of ['phone', 'address', 'email', 'wechat'] as const)
    expect(maskContactPoint(kind, 'wx_sample_1@x.invalid')).not.toContain('sample')
})

test('of a resident ID number the first and the last character stay, in the same width', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('1****************X')
  expect(maskIdNumber('130503670401001')).toBe('1*************1')
  expect(maskIdNumber('1234567')).toBe('****')
})
