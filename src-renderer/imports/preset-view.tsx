import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ImportPresetContent } from '#shared/domain/import-mapping.ts'
import { platformName } from './names.ts'

/** A preset to look at: which heading leads to which field, and by which headings a file is recognised. */
export function PresetView({ content }: { content: ImportPresetContent }) {
  const words = useTranslation()
  const { t } = words
  const { platform, kind, recognise, columns } = content
  return (
    <div className="import-preset-view">
      <div className="secondary">
        {platformName(words, platform)}　{t(`import-kind.${kind}`)}
      </div>
      <div className="row secondary">
        <span className="nowrap">{t('imports.presets.recognise')}</span>
        <span>
          {recognise.length === 0
            ? t('imports.presets.recogniseNone')
            : recognise.join(t('imports.listSeparator'))}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys too */}
      <section className="import-preset-table" tabIndex={0} aria-label={t('imports.presets.heading')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('imports.presets.heading')}</th>
              <th>{t('imports.presets.field')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, field }) => (
              <tr key={heading}>
                <td>{heading}</td>
                <td className={field === null ? 'tertiary' : ''}>
                  {field === null ? t('imports.columns.skipped') : t(`import-field.${field}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
