import { classifyBuiltInFormat, classifyFormatCode, type FormatKind } from './number-format.ts'
import { listTags } from './xml-tags.ts'

/**
 * Reads what each cell style (attribute `s` of a cell) says about numbers.
 *
 * Shape: by style index, as in cellXfs. Empty: no styles part gives an empty list, and every number is a number.
 */
export function readCellStyles(stylesXml: string | null): readonly FormatKind[] {
  if (stylesXml === null) return []
  const ownFormats = new Map<number, FormatKind>()
  const kinds: FormatKind[] = []
  let list = ''
  for (const tag of listTags(stylesXml)) {
    if (tag.name === 'numFmts' || tag.name === 'cellXfs') list = tag.kind === 'start' ? tag.name : ''
    else if (tag.kind === 'end') continue
    else if (tag.name === 'numFmt' && list === 'numFmts') {
      ownFormats.set(Number(tag.attribute('numFmtId')), classifyFormatCode(tag.attribute('formatCode') ?? ''))
    } else if (tag.name === 'xf' && list === 'cellXfs') {
      const formatId = Number(tag.attribute('numFmtId') ?? 0)
      kinds.push(ownFormats.get(formatId) ?? classifyBuiltInFormat(formatId))
    }
  }
  return kinds
}
