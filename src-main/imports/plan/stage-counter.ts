import type { ImportStageCounts } from '#shared/domain/import-batch.ts'
import {
  type CellMarkCount,
  CellMarkKind,
  cleanedKinds,
  countMarks,
  damageKinds,
} from '#shared/domain/import-cell.ts'
import type { CellWatch } from './cell-watch.ts'
import type { CustomerRecord } from './customer-record.ts'
import { isOrderTouched, type OrderChange } from './order-change.ts'
import type { PlanSink } from './plan-result.ts'

/** Counts, while a plan is made, what its stages do beside the rows; the same for a preview, a dry run and a commit. */
export class StageCounter {
  private readonly watch: CellWatch
  private readonly rescored = new Set<number>()
  private identitiesFound = 0
  private valuesChanged = 0

  constructor(watch: CellWatch) {
    this.watch = watch
  }

  /** Hands everything on to a sink and counts it on the way. */
  listenTo(sink: PlanSink): PlanSink {
    return {
      ...sink,
      watch: this.watch,
      customers: records => {
        for (const record of records) this.countCustomer(record)
        sink.customers(records)
      },
      order: change => {
        this.countOrder(change)
        sink.order(change)
      },
      changed: change => {
        this.valuesChanged++
        sink.changed?.(change)
      },
    }
  }

  /** Empty: all 0 for a sheet that brings nothing new. */
  get counts(): ImportStageCounts {
    const marks = this.marks
    return {
      tidiedCells: countMarks(marks, cleanedKinds),
      damagedCells: countMarks(marks, damageKinds),
      identitiesFound: this.identitiesFound,
      valuesChanged: this.valuesChanged,
      customersRescored: this.rescored.size,
    }
  }

  /** Cells by what was done to them, tidied ones first. */
  get marks(): CellMarkCount[] {
    return CellMarkKind.options.flatMap(kind => {
      const count = this.watch.counts.get(kind) ?? 0
      return count === 0 ? [] : [{ kind, count }]
    })
  }

  /** A row without a key is remembered by its content, which identifies nobody. */
  private countCustomer({ known, newIdentities, balances }: CustomerRecord): void {
    for (const { kind } of newIdentities) if (kind !== 'row-hash') this.identitiesFound++
    if (known && balances.size > 0) this.rescored.add(known.customerId)
  }

  private countOrder(change: OrderChange): void {
    const customerId = change.known?.customerId ?? change.customer?.known?.customerId
    if (typeof customerId === 'number' && isOrderTouched(change)) this.rescored.add(customerId)
  }
}
