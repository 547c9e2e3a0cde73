import type { ImportPlan } from './import-plan.ts'
import type { Lookups } from './lookups.ts'
import { planCustomers } from './plan-customers.ts'
import { planOrders } from './plan-orders.ts'
import type { PlanResult, PlanSink } from './plan-result.ts'
import type { SheetRows } from './sheet-rows.ts'

/** Compares a sheet with the archive and tells the sink what an import does; the one way for preview and commit. */
export function runPlan(sheet: SheetRows, plan: ImportPlan, lookups: Lookups, sink: PlanSink): PlanResult {
  return plan.kind === 'customers'
    ? planCustomers(sheet, plan, lookups, sink)
    : planOrders(sheet, plan, lookups, sink)
}
