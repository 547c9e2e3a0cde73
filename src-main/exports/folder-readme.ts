import type { ExportManifest } from '#shared/domain/export-folder.ts'
import { type Language, languages } from '#shared/i18n/language.ts'
import { catalogues, makeTranslate, translateCode } from '#shared/i18n/translate.ts'

/** A table as the page describes it. `isLog`: written as csv only. */
export type DescribedTable = {
  readonly name: string
  readonly rowCount: number
  readonly columns: readonly string[]
  readonly isLog: boolean
}

/** Writes the page that explains every file, table and column of a whole export, in both languages. */
export function readmeOf(
  manifest: ExportManifest,
  tables: readonly DescribedTable[],
  lostFiles: number,
): string {
  return `${languages.map(language => section(language, manifest, tables, lostFiles)).join('\n---\n\n')}`
}

function section(
  language: Language,
  { archiveName, exportedAt }: ExportManifest,
  tables: readonly DescribedTable[],
  lostFiles: number,
): string {
  const t = makeTranslate(language)
  const word = (code: string) =>
    catalogues[language][code] === undefined ? '' : translateCode(language, code)
  const lists = { customers: t('exports.table.customers'), orders: t('exports.table.orders') }
  const described = tables.map(({ name, rowCount, columns }) => {
    const lines = columns.map(column => {
      const text = word(`exports.columnInfo.${column}`)
      return text === '' ? `- \`${column}\`` : `- \`${column}\`: ${text}`
    })
    return `### ${name}\n\n${word(`exports.tableInfo.${name}`)} (${t('exports.readme.rows', { count: rowCount })})\n\n${lines.join('\n')}\n`
  })
  const facts = [
    t('exports.readme.lists', lists),
    t('exports.readme.tables'),
    t('exports.readme.sqlite'),
    t('exports.readme.attachments'),
    ...(lostFiles > 0 ? [t('exports.readme.lostFiles', { count: lostFiles })] : []),
  ]
  return `# ${t('exports.readme.title')}

${t('exports.readme.intro', { name: archiveName, time: exportedAt })}

${facts.map(fact => `- ${fact}`).join('\n')}

${t('exports.readme.back')}

${described.join('\n')}`
}
