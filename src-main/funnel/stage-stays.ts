/** Stages by their code: 客户分析, 潜在客户, 目标客户, and who left. */
export const stageCode = { analysis: 0, prospect: 1, target: 2, left: 3 } as const

/** Marks a stay that had not ended. */
export const stillThere = 2 ** 31 - 1

/** The steps of all customers, sorted by customer, day and key. Units: day numbers. */
export type StepColumns = {
  readonly customer: Int32Array
  readonly day: Int32Array
  /** `stageCode` of each step. */
  readonly stage: Uint8Array
}

/**
 * The stays of customers in stages, in the order of the steps.
 *
 * Shape: `endDay` is the day of the move out, `next` the stage it went to; `stillThere` and the own stage while it lasts.
 */
export type Stays = {
  readonly customer: Int32Array
  readonly stage: Uint8Array
  readonly startDay: Int32Array
  readonly endDay: Int32Array
  readonly next: Uint8Array
  /** The last step of each stay: what was judged last. */
  readonly lastStep: Int32Array
}

/**
 * Cuts the steps up to a day into stays: steps of the same stage one after the other are one stay.
 *
 * Empty: no stays without steps. Cost: one pass.
 */
export function cutIntoStays(steps: StepColumns, asOf: number): Stays {
  const size = steps.customer.length
  const stays = {
    customer: new Int32Array(size),
    stage: new Uint8Array(size),
    startDay: new Int32Array(size),
    endDay: new Int32Array(size).fill(stillThere),
    next: new Uint8Array(size),
    lastStep: new Int32Array(size),
  }
  let count = 0
  for (let step = 0; step < size; step++) {
    const day = steps.day[step] as number
    if (day > asOf) continue
    const [customer, stage] = [steps.customer[step] as number, steps.stage[step] as number]
    const last = count - 1
    const isSameCustomer = last >= 0 && stays.customer[last] === customer
    if (isSameCustomer && stays.stage[last] === stage) {
      stays.lastStep[last] = step
      continue
    }
    if (isSameCustomer) {
      stays.endDay[last] = day
      stays.next[last] = stage
    }
    stays.customer[count] = customer
    stays.stage[count] = stage
    stays.next[count] = stage
    stays.startDay[count] = day
    stays.lastStep[count] = step
    count++
  }
  const cut = <C extends Int32Array | Uint8Array>(column: C) => column.subarray(0, count) as C
  return {
    ...{ customer: cut(stays.customer), stage: cut(stays.stage), startDay: cut(stays.startDay) },
    ...{ endDay: cut(stays.endDay), next: cut(stays.next), lastStep: cut(stays.lastStep) },
  }
}
