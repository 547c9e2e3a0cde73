import type { DuckDBConnection } from '@duckdb/node-api'
import { rankCustomers } from '#main/analytics/abc.service.ts'
import { analyseBaskets } from '#main/analytics/basket.service.ts'
import { summarizeCohorts } from '#main/analytics/cohort.service.ts'
import { ContributionAnalyst } from '#main/analytics/contribution.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { reckonValue } from '#main/analytics/lifetime-value.service.ts'
import { getProductCategories } from '#main/analytics/line.queries.ts'
import { summarizeSeasons } from '#main/analytics/season.service.ts'
import { storeColumns } from '#main/analytics/stored-columns.service.ts'
import { listTiers } from '#main/analytics/tier.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import { contributionPresets } from '#shared/domain/contribution.ts'
import type { BenchContext } from './bench-context.ts'
import { fillLines } from './bench-lines.ts'
import type { BenchRow } from './bench-row.ts'
import { type BenchShop, withReaders, withWriter } from './bench-shop.ts'
import { makeDuckShop } from './duck-shop.ts'
import { measureProcess, measureThread, median } from './measure.ts'

const runs = 3
const categoryStandard = { code: 'preferred-category', version: 1, kind: 'category', leastOrders: 3 } as const

/** What is asked of us and, as SQL, of the peer: only what the figure needs, the same of both. */
type Case = {
  readonly name: string
  readonly target: readonly [usual: number, large: number]
  readonly ours: (reader: ReadableDb, kept: KeptColumns, asOf: CalendarDate) => unknown
  readonly peerSql?: (asOfDay: number) => string
}

const cases: readonly Case[] = [
  {
    name: 'contribution: score and seven groups of all',
    target: [50, 500],
    ours: (_reader, kept, asOf) =>
      new ContributionAnalyst(kept).analyse({ asOf, rules: contributionPresets['as-printed'] }),
    peerSql: day => `SELECT customer, sum(CASE WHEN day > ${day - 91} THEN 2 * net ELSE 0 END)
      + sum(CASE WHEN day > ${day - 1096} THEN net ELSE 0 END) AS score
      FROM orders WHERE day <= ${day} GROUP BY customer`,
  },
  {
    name: 'ABC of customers, with the curve',
    target: [50, 500],
    ours: (reader, kept, asOf) =>
      rankCustomers(reader, kept, {
        ...{ asOf, fromOn: null, limits: { aShare: 0.8, bShare: 0.95 }, firstRows: 50 },
      }),
    peerSql: day => `SELECT customer, net, sum(net) OVER (ORDER BY net DESC ROWS UNBOUNDED PRECEDING) AS until
      FROM (SELECT customer, sum(net) AS net FROM orders WHERE day <= ${day} GROUP BY customer)`,
  },
  {
    name: 'cohorts by month, repurchases, time between purchases',
    target: [50, 500],
    ours: (_reader, kept, asOf) => summarizeCohorts(kept, { asOf, months: 24 }),
    peerSql: day => `WITH bought AS (
        SELECT DISTINCT customer, CAST(day / 30.4375 AS INTEGER) AS month FROM orders WHERE day <= ${day}
      ), first AS (SELECT customer, min(month) AS month FROM bought GROUP BY customer)
      SELECT first.month, bought.month - first.month AS later, count(*) FROM bought JOIN first USING (customer) GROUP BY 1, 2`,
  },
  {
    name: 'hours by weekday, months',
    target: [50, 500],
    ours: (_reader, kept, asOf) => summarizeSeasons(kept, { asOf }),
    peerSql: day =>
      `SELECT (day + 3) % 7 AS weekday, hour, count(*) FROM orders WHERE day <= ${day} GROUP BY 1, 2`,
  },
  {
    name: 'affinity: the category of each customer',
    target: [170, 1500],
    ours: (reader, kept, asOf) => listTiers(reader, kept, { asOf, fromOn: null, standard: categoryStandard }),
    peerSql: day => `SELECT customer, arg_max(category, n) FROM (
        SELECT customer, category, count(DISTINCT order_id) AS n FROM lines JOIN orders USING (order_id)
        WHERE day <= ${day} GROUP BY customer, category) GROUP BY customer`,
  },
  {
    name: 'basket pairs',
    target: [170, 1500],
    ours: (reader, kept, asOf) =>
      analyseBaskets(reader, kept, {
        ...{ asOf, fromOn: null, by: 'order', minimumCount: 50, minimumSupport: 0, minimumConfidence: 0 },
        ...{ minimumLift: 0, mostItems: 2 },
      }),
    peerSql:
      day => `WITH bought AS (SELECT DISTINCT order_id, product FROM lines JOIN orders USING (order_id) WHERE day <= ${day})
      SELECT one.product, other.product, count(*) AS n FROM bought AS one JOIN bought AS other
      ON one.order_id = other.order_id AND one.product < other.product GROUP BY 1, 2 HAVING n >= 50`,
  },
  {
    name: 'BG/NBD and Gamma-Gamma: fitted, and the value of all',
    target: [250, 1200],
    ours: (reader, kept, asOf) => reckonValue(reader, kept, { asOf, horizonMonths: 12, yearlyDiscount: 0.1 }),
  },
]

/** Runs the analyses over the columns in memory, as on a page that was opened before, beside DuckDB over the same rows. */
export async function benchAnalysis({ shop }: BenchContext): Promise<BenchRow[]> {
  const made = await shop()
  fillLines(made)
  const [byRow] = loadLines(made)
  for (const packed of byRow.packed) withWriter(made.folder, ({ db }) => storeColumns(db, packed))
  const stored = Array.from({ length: runs }, () => loadLines(made)[0].cpuMs)
  const rows: BenchRow[] = [
    { name: 'lines and hours: columns made, row by row', unit: 'ms CPU', ours: byRow.cpuMs },
    {
      name: 'lines and hours: columns loaded',
      unit: 'ms CPU',
      ours: median(stored),
      peer: { name: 'row by row', value: byRow.cpuMs },
      note: `${byRow.lineCount.toLocaleString('en')} lines, pages not in memory`,
    },
  ]
  return [...rows, ...(await analysisRows(made))]
}

function loadLines(shop: BenchShop) {
  const load = (reader: ReadableDb) => {
    const kept = new KeptColumns(reader)
    kept.getLines()
    kept.getHours()
    return kept
  }
  return withReaders(shop, ['reader'], ({ reader }) => {
    const { value, cpuMs } = measureThread(() => load(reader))
    return [{ cpuMs, packed: value.takePacked(), lineCount: value.getLines().lines.lineId.length }] as const
  })
}

async function analysisRows(shop: BenchShop): Promise<BenchRow[]> {
  const isLarge = shop.size.orders > 2_000_000
  const { costs, duckColumns } = withReaders(shop, ['reader'], ({ reader }) => {
    const kept = new KeptColumns(reader)
    return {
      costs: cases.map(one => ourCost(one, reader, kept)),
      duckColumns: {
        ...{ columns: kept.get(true), lines: kept.getLines(), hours: kept.getHours() },
        categoryOf: numberCategories(reader),
      },
    }
  })
  const duck = await makeDuckShop(duckColumns)
  const rows: BenchRow[] = []
  for (const [place, one] of cases.entries())
    rows.push({
      name: one.name,
      unit: 'ms CPU',
      ours: costs[place] ?? 0,
      target: { kind: 'at-most', value: one.target[isLarge ? 1 : 0] },
      ...(one.peerSql
        ? { peer: { name: 'DuckDB, 1 thread', value: await duckCost(duck, one.peerSql) } }
        : {}),
    })
  duck.disconnectSync()
  return rows
}

/** The first run warms up: the columns come into memory with it. */
function ourCost(one: Case, reader: ReadableDb, kept: KeptColumns): number {
  const costs = Array.from({ length: runs + 1 }, (_, run) =>
    measureThread(() => one.ours(reader, kept, dayOf(run))),
  )
  return median(costs.slice(1).map(({ cpuMs }) => cpuMs))
}

/** A day of its own for each run, so that no result of another run serves. */
const dayOf = (run: number) => CalendarDate.parse(`2024-12-${String(20 + run).padStart(2, '0')}`)

async function duckCost(duck: DuckDBConnection, sql: (asOfDay: number) => string): Promise<number> {
  const costs: number[] = []
  for (let run = 0; run <= runs; run++) {
    const day = toDayNumber(dayOf(run))
    const { cpuMs } = await measureProcess(async () => {
      await duck.run(`CREATE OR REPLACE TEMP TABLE answer AS ${sql(day)}`)
    })
    if (run > 0) costs.push(cpuMs)
  }
  return median(costs)
}

function numberCategories(reader: ReadableDb): Map<number, number> {
  const numbers = new Map<string, number>()
  const numbered = new Map<number, number>()
  for (const [productId, category] of getProductCategories(reader)) {
    const number = numbers.get(category) ?? numbers.size
    numbers.set(category, number)
    numbered.set(productId, number)
  }
  return numbered
}
