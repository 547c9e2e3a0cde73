import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCustomer, editCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { listRegionTree, readRegion } from '#main/customers/region.service.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const act = { actor: 'tester', now: '2026-08-16T02:00:00.000Z' }
const regions = () =>
  archive.rows(
    `SELECT value, province, city, district, region_code, region_confidence FROM contact_point
     WHERE kind = 'address' ORDER BY contact_point_id`,
  )
const draft: CustomerDraft = {
  ...{
    kind: 'individual',
    cardType: 'active',
    name: '林样一',
    gender: null,
    birthOn: null,
    idNumber: null,
    occupation: null,
  },
  ...{ source: null, note: null, contactRefusedOn: null, contactPoints: [], tags: [], fields: {} },
}
const address = (value: string) => ({ kind: 'address', value }) as const
const westLake = {
  ...{ province: '浙江省', city: '杭州市', district: '西湖区' },
  region_code: '330106',
}

describe('the region of an address', () => {
  it('is written by an import: read out of the text, or as the columns of the file give it', () => {
    archive.import([
      ['姓名', '省', '市', '区', '地址'],
      ['林样一', null, null, null, '浙江省杭州市西湖区样例路 1 号'],
      ['陈样二', '浙江', '杭州', '西湖区', '样例路 2 号'],
      ['王样三', '样例省', '示例市', '示范区', '样例路 3 号'],
      ['赵样四', null, null, null, '样例路 4 号'],
    ])
    expect(regions()).toEqual([
      { value: '浙江省杭州市西湖区样例路 1 号', ...westLake, region_confidence: 'exact' },
      { value: '浙江 杭州 西湖区 样例路 2 号', ...westLake, region_confidence: 'given' },
      {
        value: '样例省 示例市 示范区 样例路 3 号',
        ...{ province: '样例省', city: '示例市', district: '示范区', region_code: null },
        region_confidence: 'given',
      },
      {
        value: '样例路 4 号',
        ...{ province: null, city: null, district: null, region_code: null },
        region_confidence: 'unclear',
      },
    ])
  })

  it('set by hand stays, and counts for the same address everywhere', () => {
    const value = '西湖区样例路 1 号'
    const { customerId } = createCustomer(archive.db, { ...draft, contactPoints: [address(value)] }, act)
    expect(regions()).toMatchObject([{ district: null, region_confidence: 'unclear' }])
    const seen = { ...draft, contactPoints: [address(value)] }
    const names = { province: '浙江省', city: '杭州市', district: '西湖区' }
    const corrected = { ...seen, contactPoints: [{ ...address(value), correctedRegion: names }] }
    expect(editCustomer(archive.db, customerId, corrected, seen, act).changeSetId).not.toBeNull()
    const byHand = { ...westLake, region_confidence: 'corrected' }
    expect(regions()).toEqual([{ value, ...byHand }])

    editCustomer(archive.db, customerId, { ...seen, note: '样例' }, seen, act)
    archive.import([
      ['姓名', '地址'],
      ['陈样二', value],
    ])
    expect(regions()).toEqual([
      { value, ...byHand },
      { value, ...byHand },
    ])
    expect(readRegion(archive.db, '西湖区 样例路 1 号').district).toBe('西湖区')
  })

  it('is told with the card, also where it was not looked at yet', () => {
    const value = '浙江省杭州市西湖区样例路 1 号'
    const contactPoints = [address(value), { kind: 'phone', value: '13800001107' } as const]
    const { customerId } = createCustomer(archive.db, { ...draft, contactPoints }, act)
    const region = {
      ...{ code: '330106', province: '浙江省', city: '杭州市', district: '西湖区' },
      confidence: 'exact',
    }
    const told = () => getCustomerFile(archive.db, customerId, 0).contactPoints
    expect(told()).toEqual([
      { kind: 'phone', value: '13800001107' },
      { kind: 'address', value, region },
    ])
    archive.db.prepare('UPDATE contact_point SET province = NULL, region_confidence = NULL').run()
    expect(told().find(point => point.kind === 'address')?.region).toEqual(region)
  })

  it('is filled in for an older address at the next write of its card', () => {
    const value = '浙江省杭州市西湖区样例路 1 号'
    const { customerId } = createCustomer(archive.db, { ...draft, contactPoints: [address(value)] }, act)
    archive.db.prepare('UPDATE contact_point SET province = NULL, region_confidence = NULL').run()
    const seen = { ...draft, contactPoints: [address(value)] }
    const next = { ...seen, contactPoints: [address(value), { kind: 'email', value: 'a@example.invalid' }] }
    editCustomer(archive.db, customerId, next as CustomerDraft, seen, act)
    expect(regions()).toEqual([{ value, ...westLake, region_confidence: 'exact' }])
  })
})

describe('the regions to pick from', () => {
  it('are all provinces, municipalities as their own only city, places without a city apart', () => {
    const tree = listRegionTree()
    expect(tree).toHaveLength(34)
    const cities = (name: string) => tree.find(province => province.name === name)?.cities
    expect(cities('北京市')?.map(city => [city.name, city.districts.length])).toEqual([['北京市', 16]])
    expect(cities('河南省')?.find(city => city.name === '')?.districts).toEqual(['济源市'])
    expect(cities('香港特别行政区')?.flatMap(city => city.districts)).toHaveLength(18)
  })
})
