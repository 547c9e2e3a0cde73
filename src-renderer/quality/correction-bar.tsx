import { Input } from 'antd'
import { CollectionSelect } from '#renderer/components/collection-select.tsx'
import { PlanSelect } from '#renderer/components/plan-select.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CorrectionSource } from '#shared/domain/field-source.ts'

type CorrectionBarProps = {
  readonly source: CorrectionSource
  readonly onChange: (source: CorrectionSource) => void
}

/** How the corrections of this sitting became known: kept with each of them. */
export function CorrectionBar({ source, onChange }: CorrectionBarProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="quality-source" aria-label={t('quality.source')}>
      <span className="secondary">{t('quality.source')}</span>
      <CollectionSelect
        code="collection-source"
        label={t('quality.source.from')}
        value={source.sourceOptionId}
        onChange={sourceOptionId => onChange({ ...source, sourceOptionId })}
        className="quality-source-from"
      />
      <CollectionSelect
        code="collection-method"
        label={t('quality.source.by')}
        value={source.methodOptionId}
        onChange={methodOptionId => onChange({ ...source, methodOptionId })}
        className="quality-source-by"
      />
      <PlanSelect
        value={source.planId}
        onChange={planId => onChange({ ...source, planId })}
        className="quality-source-by"
      />
      <Input
        aria-label={t('quality.source.verifier')}
        placeholder={t('quality.source.verifier')}
        className="quality-source-verifier"
        maxLength={50}
        value={source.verifier ?? ''}
        onChange={event => onChange({ ...source, verifier: event.target.value || null })}
      />
      <span className="small tertiary">{t('quality.source.hint')}</span>
    </fieldset>
  )
}
