import { posix } from 'node:path'
import type { Entry } from 'yauzl'
import { AppError } from '#shared/contract/app-error.ts'
import type { SheetInfo } from '../raw-row.ts'
import type { InflateBudget } from './read-limits.ts'
import { filterXmlText } from './xml-byte-filter.ts'
import { listTags } from './xml-tags.ts'
import { inflateWhole, type ZipArchive } from './zip-archive.ts'

/** A sheet with the part that holds its rows; chart and macro sheets have none. */
export type SheetPart = { readonly info: SheetInfo; readonly entry: Entry | null }

/** What a workbook says about itself before any cell is read. */
export type XlsxPackage = {
  /** In the order of the workbook. */
  readonly sheets: readonly SheetPart[]
  readonly is1904: boolean
  readonly sharedStrings: Entry | null
  readonly stylesXml: string | null
}

/** The tests of Excel 2007 named and nested things otherwise. */
const EARLY_NAMESPACE = /schemas\.microsoft\.com\/office\/excel\/2006/

type Relation = { readonly id: string; readonly type: string; readonly target: string }

/**
 * Reads the parts that tell where sheets, strings and styles are, by relations, never by file names.
 *
 * Errors: xlsx-variant-unsupported (encoding, beta), file-damaged.
 */
export async function readPackage(archive: ZipArchive, budget: InflateBudget): Promise<XlsxPackage> {
  const part = (name: string) => readPart(archive, name, budget)
  const rootRelations = listRelations(await part('_rels/.rels'), '')
  const workbookName = rootRelations.find(relation => relation.type === 'officeDocument')?.target
  if (workbookName === undefined) throw new AppError('file-damaged')
  const workbookXml = await part(workbookName)
  const folder = posix.dirname(workbookName)
  const relationsName = posix.join(folder, '_rels', `${posix.basename(workbookName)}.rels`)
  const relations = listRelations(await part(relationsName), folder)
  const entryOf = (type: string) => findEntry(archive, relations.find(one => one.type === type)?.target)
  const styles = entryOf('styles')
  return {
    ...readWorkbook(workbookXml, relations, archive),
    sharedStrings: entryOf('sharedStrings'),
    stylesXml: styles ? filterXmlText(await inflateWhole(archive.zip, styles, budget)) : null,
  }
}

async function readPart(archive: ZipArchive, name: string, budget: InflateBudget): Promise<string> {
  const entry = findEntry(archive, name)
  if (!entry) throw new AppError('file-damaged')
  return filterXmlText(await inflateWhole(archive.zip, entry, budget))
}

function findEntry(archive: ZipArchive, name: string | undefined): Entry | null {
  return (name !== undefined && archive.entries.get(name.toLowerCase())) || null
}

function listRelations(xml: string, folder: string): readonly Relation[] {
  const relations: Relation[] = []
  for (const tag of listTags(xml)) {
    const target = tag.attribute('Target')
    if (tag.name !== 'Relationship' || target === undefined || tag.attribute('TargetMode') === 'External')
      continue
    const type = tag.attribute('Type') ?? ''
    relations.push({
      id: tag.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolveTarget(folder, target),
    })
  }
  return relations
}

function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  return posix.join(path.startsWith('/') ? '' : folder, path).replace(/^\/+/, '')
}

function readWorkbook(xml: string, relations: readonly Relation[], archive: ZipArchive) {
  const sheets: SheetPart[] = []
  let is1904 = false
  let isRoot = true
  for (const tag of listTags(xml)) {
    if (isRoot && tag.name !== 'workbook') throw new AppError('file-damaged')
    if (isRoot && EARLY_NAMESPACE.test(tag.attribute('xmlns') ?? ''))
      throw new AppError('xlsx-variant-unsupported', { variant: 'beta' })
    isRoot = false
    if (tag.kind === 'end') continue
    if (tag.name === 'workbookPr') is1904 = isTrue(tag.attribute('date1904'))
    if (tag.name !== 'sheet') continue
    const relation = relations.find(one => one.id === tag.attribute('id'))
    const name = tag.attribute('name')
    if (!relation || name === undefined) throw new AppError('file-damaged')
    sheets.push({
      info: { name, isHidden: /hidden/i.test(tag.attribute('state') ?? '') },
      entry: relation.type === 'worksheet' ? requireEntry(archive, relation.target) : null,
    })
  }
  if (sheets.length === 0) throw new AppError('file-damaged')
  return { sheets, is1904 }
}

function requireEntry(archive: ZipArchive, name: string): Entry {
  const entry = findEntry(archive, name)
  if (!entry) throw new AppError('file-damaged')
  return entry
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}
