import { DeleteOutlined, EditOutlined, PhoneOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Kbd } from '#renderer/components/kbd.tsx'
import { BackLink } from '#renderer/components/page-head.tsx'
import { StatusFacts } from '#renderer/components/status-facts.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { Neighbours } from './use-neighbours.ts'

type CustomerPageHeadProps = {
  readonly neighbours: Neighbours | undefined
  /** Where one came from. */
  readonly place: string
  /** It is the list of all, filtered. */
  readonly isFiltered: boolean
  readonly onBack: () => void
  readonly onOpen: (customerId: number) => void
  readonly onCall: (() => void) | undefined
  readonly onEdit: (() => void) | undefined
  readonly onPrint: (() => void) | undefined
  readonly onDelete: (() => void) | undefined
}

/** The way back to the list, to the customers before and after, and the acts of this page. */
export function CustomerPageHead(props: CustomerPageHeadProps) {
  const { neighbours, onOpen } = props
  const { t } = useTranslation()
  const isOutside = neighbours !== undefined && neighbours.index === null
  const outside = t(props.isFiltered ? 'customers.notInFiltered' : 'customers.notInList')
  return (
    <div className="page-head">
      <BackLink text={props.place} run={props.onBack} />
      <span className="grow" />
      <Step
        label={t('customers.previous')}
        keys="Alt ←"
        targetId={neighbours ? neighbours.previousId : undefined}
        reason={isOutside ? outside : t('customers.firstInList')}
        onOpen={onOpen}
      />
      <Step
        label={t('customers.next')}
        keys="Alt →"
        targetId={neighbours ? neighbours.nextId : undefined}
        reason={isOutside ? outside : t('customers.lastInList')}
        onOpen={onOpen}
      />
      {props.onCall && (
        <Button icon={<PhoneOutlined />} title="F9" onClick={props.onCall}>
          {t('calls.open')}
        </Button>
      )}
      {props.onEdit && (
        <Button icon={<EditOutlined />} title="F2" onClick={props.onEdit}>
          {t('common.edit')}
        </Button>
      )}
      {props.onPrint && (
        <Button icon={<PrinterOutlined />} title="Ctrl+P" onClick={props.onPrint}>
          {t('customers.print')}
        </Button>
      )}
      {props.onDelete && (
        <Button icon={<DeleteOutlined />} onClick={props.onDelete}>
          {t('common.delete')}
        </Button>
      )}
      {neighbours && (
        <StatusFacts>
          <span className="num">
            {neighbours.index === null
              ? outside
              : t('customers.place', { index: neighbours.index + 1, total: neighbours.total })}
          </span>
        </StatusFacts>
      )}
    </div>
  )
}

/** `targetId` is undefined while it is not known: the button then stays as it is, so that it does not lose the focus. */
function Step(props: {
  label: string
  keys: string
  targetId: number | null | undefined
  /** Why there is nobody. */
  reason: string
  onOpen: (customerId: number) => void
}) {
  const { label, keys, targetId, reason, onOpen } = props
  return (
    <button
      type="button"
      className="customer-step"
      disabled={targetId === null}
      title={targetId === null ? reason : undefined}
      onClick={() => targetId && onOpen(targetId)}
    >
      {label} <Kbd keys={keys} />
    </button>
  )
}
