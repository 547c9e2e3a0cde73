import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { moveCustomer } from '#main/funnel/funnel.service.ts'
import { FunnelAnalyst } from '#main/funnel/funnel-analysis.service.ts'
import { summarizeAges } from '#main/funnel/stage-ages.ts'
import { addDays, CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Ability, DemandSize, FunnelMove, FunnelStage, Intention } from '#shared/domain/funnel.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const day = (text: string) => CalendarDate.parse(text)
const later = { ...act, now: '2026-12-31T04:00:00.000Z' }
const moveOf = (stage: FunnelStage, on: string, facts: Partial<FunnelMove> = {}): FunnelMove => ({
  ...{ stage, movedOn: day(on), note: stage === 'left' ? '不再需要' : null },
  ...{ intention: null, intentionReason: null, ability: null, abilityReason: null },
  ...{ demand: stage === 'prospect' ? ('small' as const) : null, demandNote: null },
  ...facts,
})
const aim = (ability: Ability): Partial<FunnelMove> => ({
  ...{ intention: 'clear', intentionReason: '问了三次价', ability, abilityReason: '看过流水' },
})

describe('a funnel worked by hand, from 30 September to 31 October', () => {
  let archive: TestDatabase
  let analyst: FunnelAnalyst
  const ids = new Map<string, number>()
  const request = { asOf: day('2026-10-31'), fromOn: day('2026-09-30') }

  beforeAll(() => {
    archive = openTestDatabase()
    const { db } = archive
    const put = (name: string, ...moves: readonly FunnelMove[]) => {
      const refusedOn = name === 'H' ? day('2026-10-21') : null
      const draft = draftOf({ name, contactRefusedOn: refusedOn })
      const { customerId } = createCustomer(db, draft, later)
      ids.set(name, customerId)
      for (const move of moves) moveCustomer(db, customerId, move, later)
    }
    put(
      'A',
      moveOf('analysis', '2026-09-01'),
      moveOf('prospect', '2026-10-05', { demand: 'large' }),
      moveOf('target', '2026-10-20', { ...aim('strong'), demand: 'large' }),
    )
    put('B', moveOf('analysis', '2026-09-10', { demand: 'large' }))
    put('C', moveOf('prospect', '2026-09-15'), moveOf('analysis', '2026-10-10'))
    put('D', moveOf('analysis', '2026-10-02'), moveOf('prospect', '2026-10-02', { demand: 'large' }))
    put('E', moveOf('target', '2026-09-20', aim('weak')), moveOf('left', '2026-10-15'))
    put('F', moveOf('target', '2026-09-01', aim('none')), moveOf('target', '2026-10-10', aim('weak')))
    put('G', moveOf('prospect', '2026-11-05'))
    put(
      'H',
      moveOf('analysis', '2026-08-01'),
      moveOf('left', '2026-09-15'),
      moveOf('analysis', '2026-10-20', { intention: 'weak', intentionReason: '只是看看' }),
    )
    put('I', moveOf('analysis', '2026-10-06'), moveOf('target', '2026-10-09', aim('strong')))
    put('in the bin', moveOf('analysis', '2026-10-06'))
    deleteCustomers(db, [ids.get('in the bin') ?? 0], later)
    const buy = (name: string, orderedOn: string, status: 'paid' | 'unpaid' = 'paid') =>
      insertOrder(db, { customerId: ids.get(name) ?? 0, orderedOn, netMinor: 100, status })
    buy('A', '2026-10-25')
    buy('E', '2026-10-12')
    // Before the period, unpaid, and after the day asked for: none of these was bought in the period.
    buy('F', '2026-09-05')
    buy('F', '2026-10-20', 'unpaid')
    buy('I', '2026-11-01')
    analyst = new FunnelAnalyst(archive.readable)
  })
  afterAll(() => archive.close())

  test('K1: every stay that stood there or came ends somewhere, and the rate is those who went on', () => {
    expect(analyst.summarize(request).flows).toEqual([
      {
        ...{ stage: 'analysis', atStart: 2, entered: 4, onward: 3, back: 0, left: 0, atEnd: 3 },
        ...{ rate: 0.5, bought: null, boughtRate: null },
      },
      {
        ...{ stage: 'prospect', atStart: 1, entered: 2, onward: 1, back: 1, left: 0, atEnd: 1 },
        ...{ rate: 1 / 3, bought: null, boughtRate: null },
      },
      {
        ...{ stage: 'target', atStart: 2, entered: 2, onward: 0, back: 0, left: 1, atEnd: 3 },
        ...{ rate: null, bought: 2, boughtRate: 0.5 },
      },
    ])
  })

  test('K1, K2, K4: who stands where on the last day, how long, and who has a star', () => {
    const { columns, left } = analyst.summarize(request)
    expect(left).toBe(1)
    expect(columns).toEqual([
      {
        ...{ column: 'analysis', customers: 3, starred: 0, refused: 1 },
        ...{ byAge: [0, 2, 1, 0], medianDays: 21, longestDays: 51 },
      },
      {
        ...{ column: 'prospect', customers: 1, starred: 1, refused: 0 },
        ...{ byAge: [0, 1, 0, 0], medianDays: 29, longestDays: 29 },
      },
      {
        ...{ column: 'target-none', customers: 0, starred: 0, refused: 0 },
        ...{ byAge: [0, 0, 0, 0], medianDays: null, longestDays: null },
      },
      // Judged anew within the stage: F waits since the first day of the stage.
      {
        ...{ column: 'target-weak', customers: 1, starred: 0, refused: 0 },
        ...{ byAge: [0, 0, 1, 0], medianDays: 60, longestDays: 60 },
      },
      {
        ...{ column: 'target-strong', customers: 2, starred: 1, refused: 0 },
        ...{ byAge: [0, 2, 0, 0], medianDays: 16.5, longestDays: 22 },
      },
    ])
  })

  test('K1: from where to where each went', () => {
    const told = analyst
      .summarize(request)
      .changes.map(({ from, to, customers }) => `${from} ${to} ${customers}`)
    expect(told.sort()).toEqual([
      'analysis analysis 1',
      'analysis target-strong 1',
      'left analysis 1',
      'outside prospect 1',
      'outside target-strong 1',
      'prospect analysis 1',
      'target-none target-weak 1',
      'target-weak left 1',
    ])
  })

  test('K3: intention by ability, with those whom nobody judged', () => {
    const told = analyst.summarize(request).cells.map(cell => [cell.intention, cell.ability, cell.customers])
    expect(told.sort()).toEqual([
      [null, null, 3],
      ['clear', 'strong', 2],
      ['clear', 'weak', 1],
      ['weak', null, 1],
    ])
  })

  test('of a past day: what was noted later is not there yet', () => {
    const past = analyst.summarize({ asOf: day('2026-09-30'), fromOn: null })
    expect(past.columns.map(({ column, customers }) => [column, customers])).toEqual([
      ...[
        ['analysis', 2],
        ['prospect', 1],
        ['target-none', 1],
        ['target-weak', 1],
        ['target-strong', 0],
      ],
    ])
    expect(past.flows.map(({ atStart, entered }) => [atStart, entered])).toEqual([
      ...[
        [0, 3],
        [0, 1],
        [0, 2],
      ],
    ])
    expect(past.left).toBe(1)
  })

  test('K2: the cards of a column, the starred first, then who waits longest; who refused contact is counted only', () => {
    const cardsOf = (column: 'analysis' | 'target-strong', start = 0) => {
      const { cards, ...counts } = analyst.listCards(
        ...[request.asOf, { kind: 'column' as const, column }, { start, count: 10 }],
      )
      return { ...counts, names: cards.map(({ name, days }) => `${name} ${days}`) }
    }
    expect(cardsOf('analysis')).toEqual({ total: 2, refusedCount: 1, names: ['B 51', 'C 21'] })
    expect(cardsOf('target-strong')).toEqual({ total: 2, refusedCount: 0, names: ['A 11', 'I 22'] })
    expect(cardsOf('target-strong', 1).names).toEqual(['I 22'])
    const cell = { kind: 'cell', intention: null, ability: null } as const
    expect(
      analyst.listCards(request.asOf, cell, { start: 0, count: 10 }).cards.map(({ name }) => name),
    ).toEqual([...['D', 'B', 'C']])
  })

  test('K5: a card says at which stage of the decision the customer is', () => {
    archive.db
      .prepare(
        `INSERT INTO field_value (customer_id, field_id, position, value)
         SELECT ?, field_id, 0, (SELECT field_option_id FROM field_option AS o WHERE o.field_id = f.field_id AND code = 'compare')
         FROM field_definition AS f WHERE code = 'decision-stage'`,
      )
      .run(ids.get('I') ?? 0)
    const { cards } = new FunnelAnalyst(archive.readable).listCards(
      ...[
        request.asOf,
        { kind: 'column' as const, column: 'target-strong' as const },
        { start: 0, count: 10 },
      ],
    )
    expect(cards.map(({ name, decisionStage }) => [name, decisionStage])).toEqual([
      ['A', null],
      ['I', { code: 'compare', name: null }],
    ])
  })
})

test('an archive without steps has an empty funnel and no rates', () => {
  const archive = openTestDatabase()
  const { flows, columns, cells, changes } = new FunnelAnalyst(archive.readable).summarize({
    ...{ asOf: day('2026-10-31'), fromOn: null },
  })
  expect([cells, changes]).toEqual([[], []])
  expect(columns.every(({ customers, medianDays }) => customers === 0 && medianDays === null)).toBe(true)
  expect(flows.map(({ rate, boughtRate }) => rate ?? boughtRate)).toEqual([null, null, null])
  archive.close()
})

test('ages lie in four ranges, each with its last day', () => {
  expect(summarizeAges([0, 7, 8, 30, 31, 90, 91, 400])).toEqual({
    ...{ byAge: [2, 2, 2, 2], medianDays: 30.5, longestDays: 400 },
  })
})

describe('a random archive', () => {
  let archive: TestDatabase
  beforeAll(() => {
    archive = openTestDatabase()
    const random = new SeededRandom(11)
    const insert = archive.db.prepare(
      `INSERT INTO funnel_step (customer_id, moved_on, stage, intention, ability, demand) VALUES (?, ?, ?, ?, ?, ?)`,
    )
    for (let n = 0; n < 80; n++) {
      const { customerId } = createCustomer(archive.db, draftOf({ name: `样例${n}` }), act)
      for (let steps = random.below(6); steps > 0; steps--) {
        const stage = random.pick<FunnelStage>(['analysis', 'prospect', 'target', 'left'])
        const isAim = stage === 'target'
        insert.run(
          ...[customerId, addDays(day('2026-08-01'), random.below(90)), stage],
          isAim ? 'clear' : random.pick<Intention | null>(['none', 'weak', 'clear', null]),
          random.pick<Ability | null>(isAim ? ['none', 'weak', 'strong'] : ['weak', null]),
          random.pick<DemandSize | null>(['small', 'large', null]),
        )
      }
    }
  })
  afterAll(() => archive.close())

  /** Stays as SQL cuts them: gaps and islands over the days. */
  const stays = `WITH step AS (
      SELECT *, lag(stage) OVER (PARTITION BY customer_id ORDER BY moved_on, funnel_step_id) AS stage_before
      FROM funnel_step WHERE moved_on <= :asOf
    ), first AS (
      SELECT *, lead(moved_on) OVER one AS end_on, lead(stage) OVER one AS next FROM step
      WHERE stage_before IS NOT stage WINDOW one AS (PARTITION BY customer_id ORDER BY moved_on, funnel_step_id)
    )`
  test.each([
    ['2026-10-10', '2026-09-01'],
    ['2026-09-15', '2026-09-15'],
    ['2026-12-31', '2026-01-01'],
  ])('K1: the flow up to %s after %s is what SQL counts', (asOf, from) => {
    const rank = (column: string) =>
      `CASE ${column} WHEN 'analysis' THEN 0 WHEN 'prospect' THEN 1 WHEN 'target' THEN 2 ELSE 3 END`
    const counted = archive.readable
      .prepareRead<Record<string, number | string>>(
        `${stays}
         SELECT stage, sum(moved_on <= :from) AS atStart, sum(moved_on > :from) AS entered,
           sum(next != 'left' AND ${rank('next')} > ${rank('stage')}) AS onward,
           sum(${rank('next')} < ${rank('stage')}) AS back, sum(next = 'left') AS "left", sum(next IS NULL) AS atEnd
         FROM first WHERE stage != 'left' AND (moved_on > :from OR end_on IS NULL OR end_on > :from)
         GROUP BY stage ORDER BY ${rank('stage')}`
          .replaceAll(':asOf', `'${asOf}'`)
          .replaceAll(':from', `'${from}'`),
      )
      .all()
      .map(row => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? 0])))
    const { flows } = new FunnelAnalyst(archive.readable).summarize({ asOf: day(asOf), fromOn: day(from) })
    const told = flows
      .map(({ rate: _rate, bought: _bought, boughtRate: _boughtRate, ...counts }) => counts)
      .filter(({ atStart, entered }) => atStart + entered > 0)
    expect(told).toEqual(counted)
    for (const one of told)
      expect(one.atStart + one.entered).toBe(one.onward + one.back + one.left + one.atEnd)
  })

  test('K1, K2: who stands where is the newest step of each, by SQL', () => {
    const asOf = '2026-09-20'
    const counted = archive.readable
      .prepareRead<{ place: string; customers: number }>(
        `SELECT stage || iif(stage = 'target', '-' || ability, '') AS place, count(*) AS customers
         FROM funnel_step AS s WHERE moved_on <= '${asOf}' AND NOT EXISTS (
           SELECT 1 FROM funnel_step AS n WHERE n.customer_id = s.customer_id AND n.moved_on <= '${asOf}'
             AND (n.moved_on, n.funnel_step_id) > (s.moved_on, s.funnel_step_id))
         GROUP BY 1`,
      )
      .all()
    const { columns, left } = new FunnelAnalyst(archive.readable).summarize({ asOf: day(asOf), fromOn: null })
    const told = [...columns.map(one => [one.column, one.customers] as const), ['left', left] as const]
    const countOf = new Map(counted.map(({ place, customers }) => [place, customers]))
    expect(told).toEqual(told.map(([place]) => [place, countOf.get(place) ?? 0]))
    expect(counted.length).toBeGreaterThan(4)
  })
})
