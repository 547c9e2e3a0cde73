import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { confirmFiles } from '#main/customers/confirm.service.ts'
import {
  createCustomer,
  deleteCustomers,
  editCustomer,
  getCustomerFile,
} from '#main/customers/customer.service.ts'
import { listCustomerIds } from '#main/customers/customer-list.queries.ts'
import { customerIdsInOrder } from '#main/customers/customer-order.ts'
import { listSheetRows } from '#main/customers/list-row.ts'
import { listFields, saveField } from '#main/fields/field.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { describeFindings } from '#main/quality/describe-finding.ts'
import { listStatedValues, stateSource } from '#main/quality/field-source.service.ts'
import { countFindings, countIncomplete, listFindingIds } from '#main/quality/finding.service.ts'
import { acceptFinding, mendFinding } from '#main/quality/mend.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { getArchiveSettings, saveArchiveSettings } from '#main/settings/setting.service.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import { unstated } from '#shared/domain/field-source.ts'
import type { QualityKind } from '#shared/domain/quality.ts'
import { defaultQuality } from '#shared/domain/settings.ts'
import { act, draftOf, dumpArchive } from '#test/helpers/builders.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
})
afterEach(() => test_.close())

/** The act is on 2026-11-21 in Shanghai. */
const today = CalendarDate.parse('2026-11-21')
const phone = (value: string) => ({ kind: 'phone' as const, value })
const address = (value: string) => ({ kind: 'address' as const, value })
const create = (facts: Partial<CustomerDraft> = {}, now = act.now) =>
  createCustomer(test_.db, draftOf(facts), { ...act, now }).customerId
const findings = (kind: QualityKind) =>
  describeFindings(test_.db, kind, listFindingIds(test_.db, kind, act.now), act.now)
const only = (kind: QualityKind) => {
  const found = findings(kind)
  expect(found).toHaveLength(1)
  if (!found[0]) throw new Error('a finding that was listed is there')
  return found[0]
}
const byCompleteness = () => customerIdsInOrder(test_.db, 'completeness', false)
const told = { sourceOptionId: null, methodOptionId: null, planId: null, verifier: '样例店员' }
const mend = (kind: QualityKind, typed: string) => {
  const { findingId, field, value } = only(kind)
  if (!field) throw new Error('a value is to be typed')
  return mendFinding(test_.db, { kind, findingId, field, seen: value, typed, source: told }, act).changeSetId
}
const undo = (changeSetId: number | null) => {
  if (changeSetId === null) throw new Error('nothing was written')
  return undoChangeSet(test_.db, { changeSetId, edited: 'revert', actor: 'operator', madeAt: act.now })
}
const issueOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as AppError).data.details?.issue ?? (error as AppError).code
  }
  return null
}

describe('A21: what speaks against a value', () => {
  test('phones that nobody can dial; hidden digits and lent numbers are no error', () => {
    const odd = create({ contactPoints: [phone('1380000110'), phone('13800001107')] })
    create({ contactPoints: [phone('138****1107')] })
    create({ contactPoints: [phone('18400001107-8023')] })
    create({ contactPoints: [phone('0571-88886666')] })
    create({ contactPoints: [phone('+44 20 7946 0018')] })
    expect(only('phone')).toMatchObject({ customerId: odd, value: '1380000110', reason: 'phone-undiallable' })
  })

  test('births that lie ahead and those of people past 120', () => {
    const ahead = create({ birthOn: '2026-11-22' })
    const old = create({ birthOn: '1905-11-21' })
    const year = create({ birthOn: '1904' })
    for (const birthOn of ['2026-11-21', '1905-11-22', '1905', '--03-09', '1988-03'])
      create({ birthOn, name: birthOn })
    const found = findings('birthday').map(finding => [finding?.customerId, finding?.reason])
    expect(found.toSorted()).toEqual([
      [ahead, 'birth-ahead'],
      [old, 'birth-too-old'],
      [year, 'birth-too-old'],
    ])
  })

  test('an ID number that tells another birthday or gender than the card, shown with its middle hidden', () => {
    // The example of GB 11643: a woman born on 1949-12-31.
    const idNumber = '11010519491231002X'
    create({ idNumber, birthOn: '1949-12-31', gender: 'female' })
    create({ idNumber, birthOn: '1949' })
    const other = create({ idNumber, gender: 'male' })
    expect(only('id-number')).toMatchObject({
      ...{ customerId: other, reason: 'id-number-differs', value: '1****************X' },
    })
  })

  test('addresses in no region that can be told', () => {
    create({ contactPoints: [address('浙江省杭州市西湖区样板路 1 号')] })
    const unknown = create({ contactPoints: [address('样板路 1 号')] })
    expect(only('region')).toMatchObject({ customerId: unknown, reason: 'region-unknown' })
  })

  test('nobody in the bin is listed', () => {
    const customerId = create({ contactPoints: [phone('123')], birthOn: '2030' })
    expect(countFindings(test_.db, act.now)).toMatchObject({ phone: 1, birthday: 1 })
    deleteCustomers(test_.db, [customerId], act)
    expect(countFindings(test_.db, act.now)).toMatchObject({ phone: 0, birthday: 0 })
  })
})

describe('feature 21: a finding is settled where it is listed', () => {
  test('a mended value stands in place of the old one, says since when it is known, and leaves the list', () => {
    const customerId = create({ contactPoints: [phone('1380000110'), phone('13900002208')] })
    const before = dumpArchive(test_.db)
    const changeSetId = mend('phone', '138 0000 1107')
    expect(findings('phone')).toEqual([])
    expect(getCustomerFile(test_.db, customerId, 0).contactPoints).toEqual([
      ...[phone('138 0000 1107'), phone('13900002208')],
    ])
    expect(listStatedValues(test_.db, customerId)).toEqual([
      {
        subject: { of: 'contact', kind: 'phone', value: '138 0000 1107' },
        source: { ...unstated, ...told, statedOn: today },
      },
    ])
    undo(changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
    expect(findings('phone')).toHaveLength(1)
    expect(listStatedValues(test_.db, customerId)).toEqual([])
  })

  test('what would be listed again is refused, and nothing is written', () => {
    create({ contactPoints: [phone('1380000110'), address('样板路 1 号')], birthOn: '2030-01-01' })
    const before = dumpArchive(test_.db)
    expect(issueOf(() => mend('phone', '13800001'))).toBe('phone-undiallable')
    expect(issueOf(() => mend('birthday', '1899-01-01'))).toBe('birth-date-invalid')
    expect(issueOf(() => mend('birthday', '1990-02-30'))).toBe('birth-date-invalid')
    expect(issueOf(() => mend('region', '样板路 2 号'))).toBe('region-unknown')
    expect(dumpArchive(test_.db)).toBe(before)
    mend('birthday', '90.3.9')
    mend('region', '杭州市西湖区样板路 2 号')
    mend('phone', '')
    expect(countFindings(test_.db, act.now)).toMatchObject({ phone: 0, birthday: 0, region: 0 })
  })

  test('a value that changed meanwhile is a conflict; a finding that is settled is not there', () => {
    const customerId = create({ birthOn: '2030-01-01' })
    const { findingId } = only('birthday')
    const mending = { kind: 'birthday' as const, findingId, field: 'birthOn' as const, source: told }
    const late = () => mendFinding(test_.db, { ...mending, seen: '2031-01-01', typed: '1990' }, act)
    expect(issueOf(late)).toBe('conflict')
    const seen = draftOf({ birthOn: '2030-01-01' })
    editCustomer(test_.db, customerId, { ...seen, birthOn: '1990' }, seen, act)
    expect(issueOf(() => mendFinding(test_.db, { ...mending, seen: '1990', typed: '1991' }, act))).toBe(
      'not-found',
    )
  })

  test('what is right as it is stays so until it changes; that can be taken back', () => {
    const customerId = create({ birthOn: '1904-05-01' })
    const { findingId } = only('birthday')
    const { changeSetId } = acceptFinding(test_.db, { kind: 'birthday', findingId, note: '见过户口本' }, act)
    expect(findings('birthday')).toEqual([])
    undo(changeSetId)
    expect(findings('birthday')).toHaveLength(1)
    acceptFinding(test_.db, { kind: 'birthday', findingId, note: null }, act)
    const seen = draftOf({ birthOn: '1904-05-01' })
    editCustomer(test_.db, customerId, { ...seen, birthOn: '1904-05-02' }, seen, act)
    expect(findings('birthday')).toHaveLength(1)
  })
})

describe('A22: when a file was confirmed last', () => {
  const lastYear = '2025-11-20T04:30:00.000Z'

  test('files that nobody confirmed for a year are stale, the oldest first; confirming them is one act', () => {
    const exactlyOne = create({ name: '样例乙' }, '2025-11-21T04:30:00.000Z')
    const [oldest, older] = [create({}, '2020-01-01T00:00:00.000Z'), create({}, lastYear)]
    expect(listFindingIds(test_.db, 'stale', act.now)).toEqual([oldest, older])
    const { changeSetId } = confirmFiles(test_.db, [oldest, older], act)
    expect(getCustomerFile(test_.db, oldest, 0)).toMatchObject({ confirmedOn: today, knownOn: today })
    expect(countFindings(test_.db, act.now).stale).toBe(0)
    expect(confirmFiles(test_.db, [oldest], act)).toEqual({ changeSetId: null })
    undo(changeSetId)
    expect(getCustomerFile(test_.db, older, 0)).toMatchObject({ confirmedOn: null, knownOn: '2025-11-20' })
    expect(listCustomerIds(test_.db, 'knownOn', false)).toEqual([oldest, older, exactlyOne])
  })

  test('after how many days is a setting', () => {
    create({}, lastYear)
    const { quality } = getArchiveSettings(test_.db)
    saveArchiveSettings(test_.db, { quality: { ...quality, staleDays: 366 } })
    expect(countFindings(test_.db, act.now).stale).toBe(0)
  })
})

describe('A20: how complete a file is', () => {
  const whole = {
    ...{ gender: 'female' as const, birthOn: '1990', occupation: '教师' },
    contactPoints: [
      phone('13800001107'),
      address('样板路 1 号'),
      { kind: 'email' as const, value: 'a@example.invalid' },
    ],
  }

  test('by what its card asks for; of companies not what only people have', () => {
    const ids = [
      create(whole),
      create({ occupation: '教师', contactPoints: [phone('13800001107')] }),
      create({ cardType: 'lead', contactPoints: [phone('13800001107')] }),
      create({ kind: 'company', contactPoints: [phone('13800001107')] }),
      create(),
    ]
    const files = ids.map(id => getCustomerFile(test_.db, id, 0))
    // 6 of 6; 2 of 6; of a lead 1 of 3; of a company 1 of 4; 0 of 6.
    expect(files.map(file => file.completeness)).toEqual([100, 33, 33, 25, 0])
    expect(files.map(file => file.missing.length)).toEqual([0, 4, 2, 3, 6])
    expect(files[2]?.missing).toEqual(['address', 'source'])
    expect(byCompleteness()).toEqual([5, 4, 2, 3, 1].map(n => ids[n - 1]))
    expect(listFindingIds(test_.db, 'incomplete', act.now)).toEqual([5, 4, 2, 3].map(n => ids[n - 1]))
  })

  test('which fields count is a setting, own fields among them', () => {
    const employer = 7
    const customerId = create({ fields: { [employer]: '样例厂' } })
    const completeness = { ...defaultQuality.completeness, active: [`field:${employer}`, 'note'] as const }
    saveArchiveSettings(test_.db, {
      quality: { ...defaultQuality, completeness: { ...completeness, active: [...completeness.active] } },
    })
    expect(getCustomerFile(test_.db, customerId, 0)).toMatchObject({ completeness: 50, missing: ['note'] })
  })

  test('what is missing is filled in one after the other, until the file holds enough', () => {
    const customerId = create()
    const filled = ['13800001107', '样板路 1 号', '女']
    expect(only('incomplete')).toMatchObject({ customerId, field: 'phone', completeness: 0 })
    for (const text of filled) mend('incomplete', text)
    expect(findings('incomplete')).toEqual([])
    expect(getCustomerFile(test_.db, customerId, 0)).toMatchObject({ gender: 'female', completeness: 50 })
  })

  test('a file that holds all there is to know is not listed again', () => {
    create()
    acceptFinding(test_.db, { kind: 'incomplete', findingId: only('incomplete').findingId, note: null }, act)
    expect(countIncomplete(test_.db)).toBe(0)
  })
})

describe('A21: how a value became known', () => {
  const methodOf = (code: string) =>
    test_.db
      .prepareRead<{ id: number }>('SELECT field_option_id AS id FROM field_option WHERE code = ?')
      .get(code)?.id ?? null

  test('source, method, day, verifier and a second confirmation are stated of one value, and change with it', () => {
    const customerId = create({ birthOn: '1990-03-09' })
    const source = {
      sourceOptionId: methodOf('direct.service'),
      methodOptionId: methodOf('interview'),
      planId: null,
      statedOn: CalendarDate.parse('2026-10-01'),
      verifier: '样例店员',
      secondMethodOptionId: methodOf('phone-form'),
      secondOn: today,
      secondVerifier: '样例店长',
      note: '会员生日卡',
    }
    const subject = { of: 'card' as const, field: 'birthOn' as const }
    const { changeSetId } = stateSource(test_.db, { customerId, subject, source }, act)
    expect(listStatedValues(test_.db, customerId)).toEqual([{ subject, source }])
    const seen = draftOf({ birthOn: '1990-03-09' })
    const edit = editCustomer(test_.db, customerId, { ...seen, birthOn: '1990-03-10' }, seen, act)
    expect(listStatedValues(test_.db, customerId)).toEqual([])
    undo(edit.changeSetId)
    expect(listStatedValues(test_.db, customerId)).toHaveLength(1)
    expect(stateSource(test_.db, { customerId, subject, source }, act)).toEqual({ changeSetId: null })
    stateSource(test_.db, { customerId, subject, source: unstated }, act)
    expect(listStatedValues(test_.db, customerId)).toEqual([])
    undo(changeSetId)
  })

  test('B3: the methods are seven', () => {
    const sql = `SELECT count(*) AS count FROM field_option JOIN field_definition USING (field_id)
      WHERE field_definition.code = 'collection-method'`
    expect(test_.db.prepareRead(sql).get()).toEqual({ count: 7 })
  })

  test('a value that a merge takes over brings along what was stated of it', () => {
    const [survivor, other] = [create(), create({ occupation: '教师' })]
    const subject = { of: 'card' as const, field: 'occupation' as const }
    const source = { ...unstated, verifier: '样例店员' }
    stateSource(test_.db, { customerId: other, subject, source }, act)
    const request = {
      survivorId: survivor,
      otherIds: [other],
      sources: { occupation: other },
      importBatchId: null,
    }
    mergeCustomers(test_.db, request, act)
    expect(listStatedValues(test_.db, survivor)).toEqual([{ subject, source }])
  })
})

describe('A19: where the printed file stands', () => {
  test('class codes are the shop’s own; binder, volume and page are found by search and shown in the list', () => {
    const fields = listFields(test_.db).flatMap(group => group.fields)
    const idOf = (code: string) => fields.find(field => field.code === code)?.fieldId ?? 0
    const options = ['甲类', '乙类'].map(name => ({ optionId: null, name }))
    const draft = {
      name: '分类号',
      valueKind: 'choice' as const,
      isRequired: false,
      defaultValue: null,
      options,
    }
    saveField(test_.db, idOf('class-code'), draft, act)
    const [first] = listFields(test_.db).flatMap(
      group => group.fields.find(({ code }) => code === 'class-code')?.options ?? [],
    )
    const place = {
      ...{ [idOf('class-code')]: first?.optionId ?? 0, [idOf('binder')]: '东柜三号夹' },
      ...{ [idOf('volume')]: '卷二', [idOf('page')]: '第 318 页' },
    }
    const customerId = create({ fields: place })
    create()
    indexQueuedCustomers(test_.db, 100)
    for (const text of ['东柜三号', '卷二', '318'])
      expect(searchCustomers(test_.db, text, 10).hits.map(hit => hit.customer.customerId)).toContain(
        customerId,
      )
    const [row] = listSheetRows(test_.db, [customerId], Object.keys(place).map(Number))
    expect(row?.fields).toEqual(place)
  })
})

describe('B1: from where a file came', () => {
  test('the sources stand in two levels: six direct, eight indirect, six online, eight offline, four kinds', () => {
    const sql = `SELECT substr(field_option.code, 1, instr(field_option.code, '.') - 1) AS channel, count(*) AS count
      FROM field_option JOIN field_definition USING (field_id) WHERE field_definition.code = 'collection-source'
      GROUP BY channel ORDER BY min(field_option.position)`
    expect(test_.db.prepareRead(sql).all()).toEqual([
      ...[
        { channel: 'direct', count: 6 },
        { channel: 'indirect', count: 8 },
        { channel: 'online', count: 6 },
      ],
      ...[
        { channel: 'offline', count: 8 },
        { channel: 'nature', count: 4 },
      ],
    ])
  })
})
