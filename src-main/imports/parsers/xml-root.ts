import { AppError } from '#shared/contract/app-error.ts'
import { listTags } from './xml-tags.ts'

const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const ROOT_BYTES = 65_536

/** The root tag of a part. */
export type XmlRoot = {
  /** Where the tag ends in the block. */
  readonly end: number
  readonly isEmpty: boolean
  readonly keepsSpace: boolean
}

/**
 * Makes sure that a part speaks the language of xlsx.
 *
 * Errors: xlsx-variant-unsupported for the strict namespace and for those of early betas.
 */
export function checkNamespace(namespace: string | undefined): void {
  if (namespace === MAIN_NAMESPACE) return
  const variant = namespace?.includes('purl.oclc.org') ? 'strict' : 'namespace'
  throw new AppError('xlsx-variant-unsupported', { variant })
}

/**
 * Checks that a part begins with the root tag that the scanners can read.
 *
 * Errors: xlsx-variant-unsupported for a name with a prefix and for the strict namespace; file-damaged for any other root.
 */
export function checkRoot(block: Buffer, name: string): XmlRoot {
  const head = block.toString('latin1', 0, ROOT_BYTES)
  const tag = listTags(head).next().value
  if (!tag || tag.name !== name || tag.kind === 'end') throw new AppError('file-damaged')
  if (tag.prefix !== '') throw new AppError('xlsx-variant-unsupported', { variant: 'prefix' })
  checkNamespace(tag.attribute('xmlns'))
  const opening = /^(?:\s*<\?[^>]*\?>)*\s*<(?!\?)(?:"[^"]*"|'[^']*'|[^"'>])*>/.exec(head)
  if (!opening) throw new AppError('file-damaged')
  return {
    end: opening[0].length,
    isEmpty: tag.kind === 'empty',
    keepsSpace: tag.attribute('space') === 'preserve',
  }
}
