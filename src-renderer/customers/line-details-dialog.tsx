import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { onCtrlEnter } from '#renderer/components/on-ctrl-enter.ts'
import { PictureInput } from '#renderer/components/picture-input.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { attributesOf, type LineDetails, Trade } from '#shared/domain/line-details.ts'
import type { OrderLine } from '#shared/domain/sales-order.ts'

type LineDetailsDialogProps = {
  readonly line: OrderLine
  /** The trade that is offered first. */
  readonly trade: Trade
  readonly onClose: () => void
}

type Values = {
  readonly trade: Trade
  readonly words: Readonly<Record<string, string | undefined>>
  readonly picture: string | undefined
  readonly isForProduct: boolean
}

/** What an item of an order is like, after the words of its trade, and a picture of it: Ctrl+Enter saves. */
export function LineDetailsDialog({ line, trade, onClose }: LineDetailsDialogProps) {
  const { t, tCode } = useTranslation()
  const { tellDone } = useUndo()
  const { run, error, isRunning } = useCommand('orders.saveLineDetails')
  const [form] = Form.useForm<Values>()
  const { orderLineId, details, picture } = line
  const chosen = Form.useWatch('trade', form) ?? trade
  const save = async () => {
    const values = form.getFieldsValue(true)
    const content = { details: detailsOf(values), picture: values.picture ?? null }
    const request = { orderLineId, isForProduct: values.isForProduct, seen: { details, picture }, content }
    const saved = await run(request)
    if (!saved) return
    if (saved.changeSetId !== null)
      tellDone(t('lineDetails.saved', { count: saved.lines }), saved.changeSetId)
    onClose()
  }
  return (
    <Modal
      open
      title={t('lineDetails.title')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={isRunning} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      {error && <ErrorNote error={error.data} />}
      <p className="small secondary">{line.title}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          trade: details?.trade ?? trade,
          words: details?.values ?? {},
          picture: picture ?? undefined,
          isForProduct: false,
        }}
        onKeyDown={onCtrlEnter(save)}
      >
        <Form.Item name="trade" label={t('lineDetails.trade')}>
          <Select options={Trade.options.map(code => ({ value: code, label: tCode(`trade.${code}`) }))} />
        </Form.Item>
        <div className="line-details">
          {attributesOf({ trade: chosen, values: details?.values ?? {} }).map(attribute => (
            <Form.Item key={attribute} name={['words', attribute]} label={tCode(`line-detail.${attribute}`)}>
              <Input maxLength={200} />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="picture" label={t('lineDetails.picture')}>
          <PictureInput />
        </Form.Item>
        {line.isOfProduct && (
          <Form.Item name="isForProduct" valuePropName="checked">
            <Checkbox>{t('lineDetails.forProduct')}</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

/** Empty: null where no word was typed. */
function detailsOf({ trade, words }: Values): LineDetails | null {
  const typed = Object.entries(words).flatMap(([attribute, word]) => {
    const text = word?.trim() ?? ''
    return text === '' ? [] : [[attribute, text]]
  })
  return typed.length === 0 ? null : { trade, values: Object.fromEntries(typed) }
}
