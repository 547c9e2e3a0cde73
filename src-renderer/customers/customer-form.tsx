import './customers.css'
import { Button, Form } from 'antd'
import { useRef, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useRequiredWord } from '#renderer/components/form-field.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { StatusFacts } from '#renderer/components/status-facts.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import type { FieldGroup, FieldTab } from '#shared/domain/field.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import type { StoredRegions } from './address-regions.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { FormTabs, tabOfField } from './form-tabs.tsx'
import { draftOf, emptyDraftWith } from './form-values.ts'
import { UnsavedGuard } from './unsaved-guard.tsx'
import { type SaveFailure, useCustomerForm } from './use-customer-form.ts'
import { fillWithKeys, goOnWithEnter } from './use-form-keys.ts'

type CustomerFormProps = {
  /** Null for a new card. */
  readonly customerId: number | null
  /** What a new card begins with. */
  readonly known?: { readonly name?: string; readonly phone?: string }
  readonly onSaved: (customerId: number) => void
  /** Saved; the next card is to be written. */
  readonly onNext: () => void
  readonly onLeave: () => void
  readonly onOpenCustomer: (customerId: number) => void
}

/** The entry form of a customer, new or known. */
export function CustomerForm(props: CustomerFormProps) {
  const { customerId, onLeave } = props
  const { t } = useTranslation()
  const { data: facts } = useRequest('program.facts', {})
  const { data: file, error } = useRequest(
    'customers.get',
    { customerId: customerId ?? 1, orderLimit: 0 },
    { isEnabled: customerId !== null },
  )
  const { data: fields } = useRequest('fields.list', {})
  if (error?.code === 'not-found')
    return (
      <div className="page-failure">
        <Note action={<Button onClick={onLeave}>{t('customers.back')}</Button>}>
          {t('customers.missing')}
        </Note>
      </div>
    )
  if (error)
    return (
      <div className="page-failure">
        <ErrorNote error={error.data} action={<Button onClick={onLeave}>{t('common.back')}</Button>} />
      </div>
    )
  const isReady = facts && fields && (customerId === null || file !== undefined)
  if (!isReady) return <Skeleton lines={10} />
  const title = file ? t('customers.form.edit', { name: file.name }) : t('customers.form.new')
  return (
    <FormPage
      {...props}
      title={title}
      note={file?.archiveNumber}
      seen={file ? draftOf(file) : emptyDraftWith(fields.groups)}
      groups={fields.groups}
      today={facts.today}
      storedRegions={regionsOf(file)}
    />
  )
}

type FormPageProps = CustomerFormProps & {
  readonly title: string
  readonly note: string | undefined
  readonly seen: CustomerDraft
  readonly today: string
  readonly storedRegions: StoredRegions
  readonly groups: readonly FieldGroup[]
}

function regionsOf(file: CustomerFile | undefined): StoredRegions {
  return new Map(file?.contactPoints.flatMap(({ value, region }) => (region ? [[value, region]] : [])))
}

function FormPage(props: FormPageProps) {
  const { customerId, known, seen, today, groups, onSaved, onNext, onLeave, onOpenCustomer } = props
  const { t } = useTranslation()
  const saveButton = useRef<HTMLButtonElement>(null)
  const requiredMark = useRequiredWord()
  const state = useCustomerForm({ customerId, seen, today, ...(known ? { known } : {}) })
  const { form, failure, conflict } = state

  const [tab, setTab] = useState<FieldTab>('basic')
  /** The field may stand on another page of the form. */
  const showFirstIssue = () => {
    const first = form.getFieldsError().find(field => field.errors.length > 0)
    if (!first) return
    setTab(tabOfField(groups, first.name[0] === 'fields' ? String(first.name[1]) : null))
    setTimeout(() => form.focusField(first.name as never))
  }
  const save = async () => {
    const savedId = await state.save()
    if (savedId === null) showFirstIssue()
    else onSaved(savedId)
  }
  const saveAndNext = async () => {
    if ((await state.save()) === null) return showFirstIssue()
    if (customerId === null) {
      state.startAfresh(emptyDraftWith(groups))
      setTab('basic')
      form.focusField('name')
    }
    onNext()
  }
  const writeToday = ([first, key]: readonly (string | number)[]) => {
    const field = groups.flatMap(group => group.fields).find(one => String(one.fieldId) === key)
    if (first !== 'fields' || field?.valueKind !== 'day') return
    form.setFieldValue(['fields', key] as never, today as never)
    state.noteChange()
  }
  usePageKeys({
    Escape: onLeave,
    'Ctrl+S': () => void save(),
    'Ctrl+Enter': () => void save(),
    'Ctrl+Shift+Enter': () => void saveAndNext(),
  })
  return (
    <>
      <PageHead title={props.title} note={props.note}>
        <Button title="Esc" onClick={onLeave}>
          {t('common.cancel')}
        </Button>
        {customerId === null && (
          <Button title="Ctrl+Shift+Enter" disabled={state.isSaving} onClick={() => void saveAndNext()}>
            {t('customers.form.saveAndNew')}
          </Button>
        )}
        <Button
          ref={saveButton}
          type="primary"
          title="Ctrl+S"
          disabled={state.isSaving}
          onClick={() => void save()}
        >
          {t('customers.form.save')}
        </Button>
      </PageHead>
      {failure && <FailureNote failure={failure} onRetry={() => void save()} />}
      {state.isRestored && (
        <Note
          tone="warn"
          action={
            <LinkButton onClick={state.dropChanges}>
              {t(customerId === null ? 'customers.form.draftDropNew' : 'customers.form.draftDrop')}
            </LinkButton>
          }
        >
          {t('customers.form.draftBack')}
        </Note>
      )}
      <section className="panel customer-form-panel">
        <div className="panel-body">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field goes on to the next one */}
          <div
            className="customer-form"
            onKeyDown={event => {
              goOnWithEnter(event, () => saveButton.current?.focus())
              fillWithKeys(event, { repeat: state.repeatLast, writeToday })
            }}
          >
            <Form
              form={form}
              layout="vertical"
              component={false}
              requiredMark={requiredMark}
              initialValues={state.initialValues}
              onValuesChange={state.noteChange}
            >
              <FormTabs
                tab={tab}
                onTab={setTab}
                groups={groups}
                form={form}
                customerId={customerId}
                today={today}
                maskedIdNumber={seen.idNumber}
                storedRegions={props.storedRegions}
                onOpenCustomer={onOpenCustomer}
                onChange={state.noteChange}
              />
            </Form>
          </div>
        </div>
      </section>
      <StatusFacts>
        <span>{t('customers.form.keys')}</span>
      </StatusFacts>
      {conflict && (
        <ConflictDialog
          {...conflict}
          groups={groups}
          onCancel={state.cancelConflict}
          onChoose={async choices => {
            const savedId = await state.resolve(choices)
            if (savedId !== null) onSaved(savedId)
          }}
        />
      )}
      <UnsavedGuard
        hasChanges={state.hasChanges}
        onSave={async () => (await state.save()) !== null}
        onDrop={state.forget}
      />
    </>
  )
}

function FailureNote({ failure, onRetry }: { failure: SaveFailure; onRetry: () => void }) {
  const { t } = useTranslation()
  if (failure.kind === 'invalid')
    return (
      <div role="alert">
        <Note tone="warn">{t('customers.form.invalid', { count: failure.count })}</Note>
      </div>
    )
  const { error } = failure
  return <ErrorNote error={error.data} action={<Button onClick={onRetry}>{t('common.saveAgain')}</Button>} />
}
