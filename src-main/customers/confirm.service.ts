import { type Act, changeCustomers } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import { inSteps, type Tick, untold } from '#main/threads/tick.ts'
import { listConfirmed, updateConfirmed } from './confirm.queries.ts'

/**
 * Writes down that all of some files is right as of today; one act, taken back as one.
 *
 * Empty: changeSetId null where all of them were confirmed today already.
 */
export function confirmFiles(db: WritableDb, customerIds: readonly number[], act: Act, tick: Tick = untold) {
  const today = todayOf(db, act.now)
  const changeSetId = changeCustomers(db, 'customers-confirmed', act, recorder => {
    for (const ids of inSteps([...new Set(customerIds)], tick)) {
      const files = listConfirmed(db, ids).filter(file => file.confirmedOn !== today)
      for (const { customerId, confirmedOn } of files)
        recorder.updated('customer', customerId, 'confirmed_on', confirmedOn, today)
      updateConfirmed(
        db,
        files.map(({ customerId }) => customerId),
        today,
      )
    }
  })
  return { changeSetId }
}
