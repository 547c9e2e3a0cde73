import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { CollectionSelect } from '#renderer/components/collection-select.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { focusFirstField } from '#renderer/components/focus-first-field.ts'
import { PlanSelect } from '#renderer/components/plan-select.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { parseDay } from '#shared/domain/birth-date-text.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type FieldSource, type SourcedValue, unstated } from '#shared/domain/field-source.ts'

type SourceDialogProps = {
  readonly customerId: number
  readonly subject: SourcedValue
  /** What the value is called. */
  readonly name: string
  readonly source: FieldSource | undefined
  readonly onClose: () => void
}

/** How a value became known: from where, by which method, when, who verified it, and a second confirmation by another way. */
export function SourceDialog({ customerId, subject, name, source, onClose }: SourceDialogProps) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const { run, isRunning, error } = useCommand('quality.stateSource')
  const { data: facts } = useRequest('program.facts', {})
  const [draft, setDraft] = useState<FieldSource>(source ?? unstated)
  const [days, setDays] = useState({ statedOn: draft.statedOn ?? '', secondOn: draft.secondOn ?? '' })
  const set = (change: Partial<FieldSource>) => setDraft(before => ({ ...before, ...change }))
  const today = facts?.today ?? ''
  const wrongDays = (['statedOn', 'secondOn'] as const).filter(
    key => days[key].trim() !== '' && parseDay(days[key], today) === null,
  )
  const save = async () => {
    if (wrongDays.length > 0) return
    const dayOf = (key: 'statedOn' | 'secondOn') => parseDay(days[key], today) as CalendarDate | null
    const stated = { ...draft, statedOn: dayOf('statedOn'), secondOn: dayOf('secondOn') }
    const done = await run({ customerId, subject, source: stated })
    if (!done) return
    if (done.changeSetId) tellDone(t('source.stated.saved', { name }), done.changeSetId)
    onClose()
  }
  const dayField = (key: 'statedOn' | 'secondOn') => (
    <Form.Item
      label={t(`source.stated.${key}`)}
      {...(wrongDays.includes(key)
        ? { validateStatus: 'error' as const, help: t('field-issue.date-invalid') }
        : {})}
    >
      <Input
        className="num"
        aria-label={t(`source.stated.${key}`)}
        placeholder="2026-08-16"
        maxLength={20}
        value={days[key]}
        onChange={event => setDays(before => ({ ...before, [key]: event.target.value }))}
      />
    </Form.Item>
  )
  const textField = (key: 'verifier' | 'secondVerifier' | 'note', maxLength: number) => (
    <Form.Item label={t(`source.stated.${key}`)}>
      <Input
        aria-label={t(`source.stated.${key}`)}
        maxLength={maxLength}
        value={draft[key] ?? ''}
        onChange={event => set({ [key]: event.target.value || null })}
      />
    </Form.Item>
  )
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      title={t('source.stated.title', { name })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="save" type="primary" disabled={isRunning} onClick={() => void save()}>
          {t('common.save')}
        </Button>,
      ]}
    >
      <Form layout="vertical" onFinish={() => void save()} className="source-form">
        <Form.Item label={t('quality.source.from')}>
          <CollectionSelect
            code="collection-source"
            label={t('quality.source.from')}
            value={draft.sourceOptionId}
            onChange={sourceOptionId => set({ sourceOptionId })}
          />
        </Form.Item>
        <Form.Item label={t('quality.source.by')}>
          <CollectionSelect
            code="collection-method"
            label={t('quality.source.by')}
            value={draft.methodOptionId}
            onChange={methodOptionId => set({ methodOptionId })}
          />
        </Form.Item>
        <Form.Item label={t('plans.one')} className="source-plan">
          <PlanSelect value={draft.planId} onChange={planId => set({ planId })} />
        </Form.Item>
        {dayField('statedOn')}
        {textField('verifier', 50)}
        <h3 className="section-title source-second">{t('source.second')}</h3>
        <Form.Item label={t('source.stated.secondMethod')}>
          <CollectionSelect
            code="collection-method"
            label={t('source.stated.secondMethod')}
            value={draft.secondMethodOptionId}
            onChange={secondMethodOptionId => set({ secondMethodOptionId })}
          />
        </Form.Item>
        {dayField('secondOn')}
        {textField('secondVerifier', 50)}
        {textField('note', 500)}
        {error && <ErrorNote error={error.data} />}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Modal>
  )
}
