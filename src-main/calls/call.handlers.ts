import type { Act } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { saveCall } from './call.service.ts'

/** Writes of the calls room. `act` says who acts and when. */
export const callCommands = (db: WritableDb, act: () => Act) =>
  ({ 'calls.save': call => saveCall(db, call, act()) }) satisfies Partial<Handlers>
