import { Modal, type RefSelectProps } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ButtonKey } from '#renderer/components/kbd.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { onCtrlEnter } from '#renderer/components/on-ctrl-enter.ts'
import { useListCount } from '#renderer/customers/use-list-count.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerFilter, FilterRequest } from '#shared/domain/customer-filter.ts'
import { ConditionLine } from './condition-line.tsx'
import { type ConditionDraft, conditionOf, kindOfField, newDraft } from './filter-draft.ts'
import type { FilterWords } from './use-filter-words.ts'
import type { EditedGroup } from './use-list-filter.ts'

type FilterDialogProps = {
  /** What holds besides; the group that is changed is one of its groups, or a new one at their end. */
  readonly filter: CustomerFilter | null
  readonly edited: EditedGroup
  readonly asOf: CalendarDate
  readonly words: FilterWords
  /** What is entered and what is done with it, where it is not the filter of the list. */
  readonly title?: string
  readonly applyText?: string
  readonly onApply: (filter: CustomerFilter) => void
  /** Applies, and goes on with one more group. */
  readonly onApplyAndAdd?: (filter: CustomerFilter) => void
  readonly onClose: () => void
}

type Line = { readonly key: number; readonly draft: ConditionDraft | null }

const settleMs = 200

/** Enters one group of conditions and says meanwhile how many customers it leaves. */
export function FilterDialog(props: FilterDialogProps) {
  const { filter, edited, asOf, words, title, applyText, onApply, onApplyAndAdd, onClose } = props
  const { t } = useTranslation()
  const first = useRef<RefSelectProps>(null)
  const form = useRef<HTMLFormElement>(null)
  const groupIndex = edited.index
  const nextKey = useRef(100)
  const [lines, setLines] = useState<readonly Line[]>(() => {
    const group = filter?.groups[groupIndex] ?? []
    return (group.length > 0 ? group : [beginning(edited, words)]).map((draft, key) => ({ key, draft }))
  })
  const match = filter?.match ?? 'all'
  const next = useMemo(() => withGroup(filter, groupIndex, lines), [filter, groupIndex, lines])
  const change = (key: number, draft: ConditionDraft) =>
    setLines(before => before.map(line => (line.key === key ? { key, draft } : line)))
  const apply = () => next && onApply(next)
  return (
    <Modal
      open
      width={680}
      title={title ?? t('filter.title')}
      afterOpenChange={isOpen => {
        if (!isOpen) return
        if (lines[0]?.draft === null) first.current?.focus()
        else form.current?.querySelector<HTMLInputElement>('.filter-line .grow input, input.grow')?.focus()
      }}
      okText={
        <>
          {applyText ?? t('filter.apply')} <ButtonKey keys="Ctrl+Enter" />
        </>
      }
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: next === undefined, 'aria-keyshortcuts': 'Control+Enter' }}
      onOk={apply}
      onCancel={onClose}
    >
      <form
        ref={form}
        className="filter-form"
        onKeyDown={onCtrlEnter(apply)}
        onSubmit={event => {
          event.preventDefault()
          apply()
        }}
      >
        {lines.map(({ key, draft }, at) => (
          <ConditionLine
            key={key}
            draft={draft}
            words={words}
            isNew={at > 0 && draft === null}
            {...(at === 0 ? { fieldRef: first } : {})}
            onChange={changed => change(key, changed)}
            onRemove={lines.length > 1 ? () => setLines(lines.filter(line => line.key !== key)) : undefined}
          />
        ))}
        <LinkButton
          isDisabled={next === undefined || lines.length >= 20}
          onClick={() => setLines([...lines, { key: nextKey.current++, draft: null }])}
        >
          {t(match === 'all' ? 'filter.addOr' : 'filter.addAnd')}
        </LinkButton>
        {onApplyAndAdd && (
          <LinkButton isDisabled={next === undefined} onClick={() => next && onApplyAndAdd(next)}>
            {t(match === 'all' ? 'filter.alsoAnd' : 'filter.alsoOr')}
          </LinkButton>
        )}
        <LiveCount request={next && { filter: next, asOf }} isOneOfMany={(next?.groups.length ?? 0) > 1} />
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

/** What a new group begins with: the field that was pointed at, where it is still on the form. */
function beginning({ field }: EditedGroup, { groups }: FilterWords): ConditionDraft | null {
  const kind = field && kindOfField(groups, field)
  return field && kind ? newDraft(field, kind) : null
}

/** The filter with the lines as one of its groups. Empty: undefined while a line is not complete. */
function withGroup(
  filter: CustomerFilter | null,
  groupIndex: number,
  lines: readonly Line[],
): CustomerFilter | undefined {
  const group = lines.map(({ draft }) => draft && conditionOf(draft))
  if (!group.every(condition => condition !== null && condition !== undefined)) return undefined
  return {
    match: filter?.match ?? 'all',
    groups: (filter?.groups ?? []).toSpliced(groupIndex, 1, group),
  }
}

function LiveCount({ request, isOneOfMany }: { request: FilterRequest | undefined; isOneOfMany: boolean }) {
  const { t } = useTranslation()
  const asked = useSettled(request)
  const count = useListCount(asked ?? null, asked !== undefined)
  const isKnown = asked !== undefined && count !== undefined
  return (
    <p className="filter-count" role="status">
      {isKnown ? t(isOneOfMany ? 'filter.foundAll' : 'filter.found', { count }) : t('filter.incomplete')}
    </p>
  )
}

/** A request once typing has rested; none at once where there is none. */
function useSettled(request: FilterRequest | undefined): FilterRequest | undefined {
  const text = request && JSON.stringify(request)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMs)
    return () => clearTimeout(timer)
  }, [text])
  return useMemo(
    () => (text && settled ? (JSON.parse(settled) as FilterRequest) : undefined),
    [text, settled],
  )
}
