import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { toAppError } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import {
  type CardSuggestion,
  type CardTurn,
  proposedCard,
  type SuggestedCustomers,
} from '#shared/domain/card.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'

type Why = Pick<CardTurn, 'stopReason' | 'note'>

/** Turning customers of a suggestion and waving it off. `select` null: all of them. */
export function useSuggestionActs(
  suggestion: CardSuggestion,
  select: (() => Promise<SelectedCustomers | null>) | null,
) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const turn = useCommand('cards.confirm')
  const wave = useCommand('cards.dismiss')

  const chosen = async (): Promise<SuggestedCustomers | null> => {
    if (select === null) return { all: true, except: [] }
    try {
      const customerIds = await select()
      return customerIds && { all: false, customerIds }
    } catch (error) {
      showWindowError(toAppError(error))
      return null
    }
  }
  /** True when it was done. */
  const confirm = async (why: Why): Promise<boolean> => {
    const customers = await chosen()
    const done = customers && (await turn.run({ suggestion, customers, ...why }))
    if (!done) return false
    const card = t(`card-type.${proposedCard[suggestion]}`)
    if (done.changeSetId !== null)
      tellDone(t('cards.confirmed', { count: done.turned, card }), done.changeSetId)
    return true
  }
  const dismiss = async (count: number): Promise<void> => {
    const customers = await chosen()
    const done = customers && (await wave.run({ suggestion, customers }))
    if (done && done.changeSetId !== null) tellDone(t('cards.dismissed', { count }), done.changeSetId)
  }
  return {
    confirm,
    dismiss,
    isRunning: turn.isRunning || wave.isRunning,
    error: turn.error ?? wave.error,
  }
}
