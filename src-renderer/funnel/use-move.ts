import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { isCalendarDate } from '#shared/domain/calendar-date.ts'
import { type FunnelColumn, type FunnelMove, listFunnelGaps, placeOf } from '#shared/domain/funnel.ts'
import { type Judged, stageOfColumn } from './funnel-words.ts'

/** A customer who is moved. */
export type Moved = { readonly customerId: number; readonly name: string }

/** A move for which something is still to be said. */
export type OpenMove = { readonly customer: Moved; readonly draft: FunnelMove }

/** Moves customers: at once where nothing is missing for the stage, otherwise through the dialog (`open`). */
export function useMove(today: string | undefined) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const command = useCommand('funnel.move')
  const [open, setOpen] = useState<OpenMove | null>(null)

  /** True when it was done. */
  const save = async (customer: Moved, move: FunnelMove): Promise<boolean> => {
    const done = await command.run({ customerId: customer.customerId, move })
    if (!done) return false
    const place = t(`funnel.place.${placeOf(move.stage, move.ability)}`)
    if (done.changeSetId !== null)
      tellDone(t('funnel.moved', { name: customer.name, place }), done.changeSetId)
    setOpen(null)
    return true
  }
  const draftOf = (judged: Judged): FunnelMove | null =>
    today && isCalendarDate(today) ? { ...pickJudged(judged), movedOn: today, note: null } : null
  return {
    open,
    error: command.error,
    isRunning: command.isRunning,
    save,
    close: () => {
      command.clearError()
      setOpen(null)
    },
    /** Opens the dialog, with what is judged now. */
    ask: (customer: Moved, judged: Judged) => {
      const draft = draftOf(judged)
      if (draft) setOpen({ customer, draft })
    },
    moveTo: async (customer: Moved, judged: Judged, column: FunnelColumn): Promise<void> => {
      const to = stageOfColumn(column)
      const isNewAbility = to.ability !== undefined && to.ability !== judged.ability
      const draft = draftOf({ ...judged, ...to, ...(isNewAbility ? { abilityReason: null } : {}) })
      if (!draft) return
      if (listFunnelGaps(draft.stage, draft).length > 0) setOpen({ customer, draft })
      else await save(customer, draft)
    },
  }
}

const pickJudged = ({ stage, intention, intentionReason, ...judged }: Judged) => ({
  ...{ stage, intention, intentionReason, ability: judged.ability, abilityReason: judged.abilityReason },
  ...{ demand: judged.demand, demandNote: judged.demandNote },
})
