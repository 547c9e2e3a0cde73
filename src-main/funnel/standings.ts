import {
  type FunnelCell,
  type FunnelChange,
  type FunnelColumn,
  type FunnelColumnCount,
  type FunnelPlace,
  type FunnelSelector,
  isStarred,
  placeOf,
} from '#shared/domain/funnel.ts'
import { type FunnelColumns, readStep } from './funnel-columns.ts'
import { summarizeAges } from './stage-ages.ts'
import { type Stays, stillThere } from './stage-stays.ts'

/** Where a customer stands on a day, since when and for how many days. Units: day numbers. */
export type Standing = ReturnType<typeof readStep> & {
  readonly customerId: number
  readonly place: FunnelPlace
  readonly isStarred: boolean
  readonly stepId: number
  readonly sinceDay: number
  readonly days: number
}

/** Tells where each customer stands: the stay that lasts, with what was judged last. `asOf` is the day up to which the stays were cut. */
export function standingsOf(columns: FunnelColumns, stays: Stays, asOf: number): Standing[] {
  const standings: Standing[] = []
  for (let stay = 0; stay < stays.stage.length; stay++) {
    if (stays.endDay[stay] !== stillThere) continue
    const step = stays.lastStep[stay] as number
    const said = readStep(columns, step)
    const sinceDay = stays.startDay[stay] as number
    standings.push({
      ...said,
      customerId: stays.customer[stay] as number,
      place: placeOf(said.stage, said.ability),
      isStarred: isStarred(said.stage, said.demand),
      stepId: columns.stepId[step] as number,
      sinceDay,
      days: asOf - sinceDay,
    })
  }
  return standings
}

/** Counts who stands in a column of the board, and how long they wait. */
export function columnCount(column: FunnelColumn, all: readonly Standing[]): FunnelColumnCount {
  const standings = all.filter(({ place }) => place === column)
  return {
    column,
    customers: standings.length,
    starred: standings.filter(one => one.isStarred).length,
    refused: standings.filter(one => one.isRefused).length,
    ...summarizeAges(standings.map(({ days }) => days)),
  }
}

/** Counts customers by intention and ability; who left is in no cell. Empty: only cells with customers. */
export function cellsOf(all: readonly Standing[]): FunnelCell[] {
  const cells = new Map<string, FunnelCell>()
  for (const { stage, intention, ability, ...one } of all) {
    if (stage === 'left') continue
    const key = `${intention} ${ability}`
    const cell = cells.get(key) ?? { intention, ability, customers: 0, starred: 0 }
    cells.set(key, {
      ...cell,
      customers: cell.customers + 1,
      starred: cell.starred + Number(one.isStarred),
    })
  }
  return [...cells.values()]
}

/** Tells whether a standing is in a column or cell. */
export function isChosen(standing: Standing, selector: FunnelSelector): boolean {
  if (selector.kind === 'column') return standing.place === selector.column
  return standing.intention === selector.intention && standing.ability === selector.ability
}

/** Counts customers by where they stood before and stand now; who was nowhere before came from `outside`. */
export function changesBetween(before: readonly Standing[], now: readonly Standing[]): FunnelChange[] {
  const placeBefore = new Map(before.map(({ customerId, place }) => [customerId, place]))
  const changes = new Map<string, FunnelChange>()
  for (const { customerId, place: to } of now) {
    const from: FunnelPlace = placeBefore.get(customerId) ?? 'outside'
    const key = `${from} ${to}`
    changes.set(key, { from, to, customers: (changes.get(key)?.customers ?? 0) + 1 })
  }
  return [...changes.values()]
}
