import { Select } from 'antd'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'

type PlanSelectProps = {
  readonly value: number | null
  readonly onChange: (planId: number | null) => void
  readonly className?: string
  /** Instead of the label, where that stands beside it. */
  readonly placeholder?: string
}

/** The plan under which something is collected. Where there is no plan, it says where plans are made. */
export function PlanSelect({ value, onChange, className, placeholder }: PlanSelectProps) {
  const { t } = useTranslation()
  const { data } = useRequest('plans.list', {})
  return (
    <Select<number>
      aria-label={t('plans.one')}
      placeholder={placeholder ?? t('plans.one')}
      value={value}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      notFoundContent={t('plans.noneToChoose')}
      options={(data?.plans ?? []).map(({ planId, plan }) => ({ value: planId, label: plan.goal }))}
      onChange={planId => onChange(planId ?? null)}
      {...(className ? { className } : {})}
    />
  )
}
