import { describe, expect, it } from 'vitest'
import { factsOfIdNumber, isIdNumber, toIdNumber } from '#shared/domain/id-number.ts'

describe('a resident ID number', () => {
  it('is right when its check character is, as the examples of the standard', () => {
    // The two examples printed in GB 11643-1999.
    expect(isIdNumber('11010519491231002X')).toBe(true)
    expect(isIdNumber('440524188001010014')).toBe(true)
    for (const digit of '0123456789') expect(isIdNumber(`11010519491231002${digit}`)).toBe(false)
  })

  it('of the first generation has 15 digits and no check character', () => {
    expect(isIdNumber('130503670401001')).toBe(true)
    expect(factsOfIdNumber('130503670401001')).toEqual({ birthOn: '1967-04-01', gender: 'male' })
    expect(isIdNumber('13050367040100')).toBe(false)
  })

  it('needs a province and a day that exist', () => {
    expect(isIdNumber('990503670401001')).toBe(false)
    expect(isIdNumber('130503670230001')).toBe(false)
    expect(isIdNumber('11010519491231002x')).toBe(false)
  })

  it('tells day of birth and gender', () => {
    expect(factsOfIdNumber('11010519491231002X')).toEqual({ birthOn: '1949-12-31', gender: 'female' })
    expect(factsOfIdNumber('440524188001010014')).toEqual({ birthOn: '1880-01-01', gender: 'male' })
    expect(factsOfIdNumber('110105194912310021')).toBeUndefined()
  })

  it('is written as it is stored, however it was typed', () => {
    expect(toIdNumber('110105-19491231-002x')).toBe('11010519491231002X')
    expect(toIdNumber(' １１０１０５ 19491231 002ｘ ')).toBe('11010519491231002X')
  })
})
