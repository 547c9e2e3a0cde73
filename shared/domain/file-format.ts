import { z } from 'zod'

/**
 * What a foreign file is by its content, whatever its name says. An .et of WPS is a workbook of the kind `xls`;
 * `text` is a file of values with separators.
 */
export const FileFormat = z.enum([
  'xlsx',
  'xls',
  'xlsb',
  'ods',
  'xml-spreadsheet',
  'html',
  'mht',
  'sylk',
  'dbf',
  'text',
])
export type FileFormat = z.infer<typeof FileFormat>
