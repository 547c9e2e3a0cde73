import { Button, Form, Input, Segmented } from 'antd'
import { sheetItemName } from '#renderer/components/credit-text.ts'
import { FormField } from '#renderer/components/form-field.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { CreditSheet, proposeGrade, type SheetItem, scoreSheet, sheetItems } from '#shared/domain/credit.ts'
import {
  CreditDayField,
  dayOf,
  lastReviewDay,
  MarkFields,
  RecordDialog,
  type RecordDialogProps,
} from './record-dialog.tsx'
import { scoreText } from './score-text.ts'

/** An item as it is typed. */
type TypedItem = { readonly name: string; readonly weight: string; readonly score: string }
type Values = Readonly<
  Partial<Record<'datedOn' | 'grade' | 'reviewer' | 'nextReviewOn' | 'note', string>>
> & { readonly sheet: CreditSheet; readonly items: readonly TypedItem[] }

/** A sheet: items with weights and scores, all of which can be changed; the grade is proposed, the reviewer decides. */
export function ReviewDialog(props: RecordDialogProps) {
  const { record, today } = props
  const words = useTranslation()
  const { t } = words
  const [form] = Form.useForm<Values>()
  const stored = record?.record.kind === 'review' ? record.record : null
  const readyItems = (sheet: CreditSheet) =>
    sheetItems[sheet].map(code => ({
      code,
      name: null,
      weight: Math.round(100 / sheetItems[sheet].length),
      score: null,
    }))
  const typed = ({ score, weight, ...item }: SheetItem): TypedItem => ({
    ...{ name: sheetItemName({ ...item, score, weight }, words), weight: String(weight) },
    score: score === null ? '' : String(score),
  })
  /** A name that is still the program's is kept as its code. */
  const itemOf = ({ name, weight, score }: TypedItem, sheet: CreditSheet): SheetItem => {
    const code = sheetItems[sheet].find(one => t(`credit.sheet-item.${one}`) === name?.trim()) ?? null
    return {
      ...{ code, name: code === null ? (name ?? '') : null },
      weight: Number(weight || 0),
      score: score?.trim() ? Number(score) : null,
    }
  }
  const sheet = Form.useWatch('sheet', form) ?? stored?.sheet ?? '5c'
  const items = (Form.useWatch('items', form) ?? []) as readonly (TypedItem | undefined)[]
  const isNumbers = (item: TypedItem | undefined): item is TypedItem =>
    item !== undefined && !Number.isNaN(Number(item.weight)) && !Number.isNaN(Number(item.score))
  const read = items.filter(isNumbers).map(item => itemOf(item, sheet))
  const score = scoreSheet(read)
  return (
    <RecordDialog<Values>
      {...props}
      kind="review"
      form={form}
      initialValues={{
        ...{ sheet: stored?.sheet ?? '5c', datedOn: stored?.datedOn ?? today },
        items: (stored?.items ?? readyItems('5c')).map(typed),
        ...(stored && { grade: stored.grade, reviewer: stored.reviewer, nextReviewOn: stored.nextReviewOn }),
        note: stored?.note ?? '',
      }}
      draftOf={({ sheet: chosen, grade, reviewer, note, ...values }) => ({
        ...{ kind: 'review', sheet: chosen, grade, reviewer, note: note?.trim() || null },
        datedOn: dayOf(values.datedOn, today),
        nextReviewOn: dayOf(values.nextReviewOn, lastReviewDay(today)),
        items: values.items.map(item => itemOf(item, chosen)),
      })}
    >
      <Form.Item name="sheet">
        <Segmented
          aria-label={t('credit.sheetChoice')}
          disabled={stored !== null}
          onChange={value =>
            form.setFieldsValue({ items: readyItems(value as CreditSheet).map(typed) as never })
          }
          options={CreditSheet.options.map(value => ({ value, label: t(`credit.sheet.${value}`) }))}
        />
      </Form.Item>
      <p className="small tertiary credit-hint">{t('credit.sheetHint')}</p>
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            <table className="credit-items">
              <thead>
                <tr className="small secondary">
                  <th>{t('credit.itemName')}</th>
                  <th>{t('credit.weight')}</th>
                  <th>{t('credit.score')}</th>
                  <td aria-hidden="true" />
                </tr>
              </thead>
              <tbody>
                {fields.map(({ key, name }) => (
                  <tr key={key}>
                    <td>
                      <Form.Item noStyle name={[name, 'name']}>
                        <Input aria-label={t('credit.itemName')} maxLength={60} />
                      </Form.Item>
                    </td>
                    {(['weight', 'score'] as const).map(part => (
                      <td key={part} className="credit-number">
                        <Form.Item
                          noStyle
                          name={[name, part]}
                          rules={[
                            {
                              pattern: /^\s*(\d{1,2}(\.\d+)?|100)?\s*$/,
                              message: t('field-issue.number-invalid'),
                            },
                          ]}
                        >
                          <Input
                            className="num credit-number"
                            aria-label={t(`credit.${part}`)}
                            maxLength={6}
                          />
                        </Form.Item>
                      </td>
                    ))}
                    <td>
                      <LinkButton
                        label={t('credit.removeItem', { count: name + 1 })}
                        onClick={() => remove(name)}
                      >
                        {t('entries.remove')}
                      </LinkButton>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div className="row credit-readings">
              <Button size="small" onClick={() => add({ name: '', weight: '0', score: '' })}>
                {t('credit.addItem')}
              </Button>
              <span className="secondary">{scoreText(score, read, words)}</span>
              {score.kind === 'computed' && (
                <LinkButton onClick={() => form.setFieldsValue({ grade: proposeGrade(score.value) })}>
                  {t('credit.takeGrade', { grade: proposeGrade(score.value) })}
                </LinkButton>
              )}
            </div>
          </>
        )}
      </Form.List>
      <div className="credit-fields">
        <CreditDayField name="datedOn" label={t('credit.reviewedOn')} today={today} />
        <MarkFields today={today} />
      </div>
      <FormField name="note" label={t('funnel.note')}>
        <Input maxLength={2000} />
      </FormField>
    </RecordDialog>
  )
}
