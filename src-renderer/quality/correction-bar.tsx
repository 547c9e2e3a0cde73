import { Input } from 'antd'
import type { ReactNode } from 'react'
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
  const optional = t('quality.source.optional')
  return (
    <fieldset className="quality-source" aria-label={t('quality.source')}>
      <span className="secondary">{t('quality.source')}</span>
      <Part label={t('quality.source.from')}>
        <CollectionSelect
          code="collection-source"
          label={t('quality.source.from')}
          placeholder={optional}
          value={source.sourceOptionId}
          onChange={sourceOptionId => onChange({ ...source, sourceOptionId })}
          className="quality-source-from"
        />
      </Part>
      <Part label={t('quality.source.by')}>
        <CollectionSelect
          code="collection-method"
          label={t('quality.source.by')}
          placeholder={optional}
          value={source.methodOptionId}
          onChange={methodOptionId => onChange({ ...source, methodOptionId })}
          className="quality-source-by"
        />
      </Part>
      <Part label={t('plans.one')}>
        <PlanSelect
          placeholder={optional}
          value={source.planId}
          onChange={planId => onChange({ ...source, planId })}
          className="quality-source-by"
        />
      </Part>
      <Part label={t('quality.source.verifier')}>
        <Input
          aria-label={t('quality.source.verifier')}
          placeholder={optional}
          className="quality-source-verifier"
          maxLength={50}
          value={source.verifier ?? ''}
          onChange={event => onChange({ ...source, verifier: event.target.value || null })}
        />
      </Part>
      <span className="small tertiary">{t('quality.source.hint')}</span>
    </fieldset>
  )
}

/** What is asked for stays to be read beside what was chosen; the control itself is named by its own label. */
function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="quality-source-part">
      <span className="small secondary" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  )
}
