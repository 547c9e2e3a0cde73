import type { ReactNode } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import type { Tag, TagRule } from '#shared/domain/tag.ts'

/** What a dialog for conditions is given; the page that has one draws it. */
export type ConditionsRequest = {
  readonly title: string
  readonly note: ReactNode
  readonly conditions: CustomerFilter | null
  readonly isSaving: boolean
  readonly onSave: (conditions: CustomerFilter) => void
  readonly remove: { readonly text: string; readonly run: () => void } | undefined
  readonly onClose: () => void
}

type TagRuleDialogProps = {
  readonly tag: Tag
  readonly rule: TagRule | undefined
  readonly renderConditions: (request: ConditionsRequest) => ReactNode
  readonly onClose: () => void
}

/** Gives a tag the conditions by which it comes and goes, changes them, or takes them away. */
export function TagRuleDialog({ tag, rule, renderConditions, onClose }: TagRuleDialogProps) {
  const { t } = useTranslation()
  const setRule = useCommand('tags.setRule')
  const { tellDone } = useUndo()
  const save = async (conditions: CustomerFilter | null) => {
    const saved = await setRule.run({ tagId: tag.tagId, rule: conditions })
    if (!saved) return
    const key = conditions ? 'tags.ruleSaved' : 'tags.ruleRemoved'
    if (saved.changeSetId !== null) tellDone(t(key, { name: tag.name }), saved.changeSetId)
    onClose()
  }
  return renderConditions({
    title: t('tags.ruleTitle', { name: tag.name }),
    note: (
      <>
        {setRule.error && <ErrorNote error={setRule.error.data} />}
        {rule?.problem && <p className="tag-rule-problem">{t(`tags.ruleProblem.${rule.problem}`)}</p>}
        <p className="tertiary tag-rule-note">{t('tags.ruleNote')}</p>
      </>
    ),
    conditions: rule?.rule ?? null,
    isSaving: setRule.isRunning,
    onSave: conditions => void save(conditions),
    remove: rule && { text: t('tags.ruleRemove'), run: () => void save(null) },
    onClose,
  })
}
