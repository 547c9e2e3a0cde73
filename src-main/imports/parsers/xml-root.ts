import { AppError } from '#shared/contract/app-error.ts'
import { listTags } from './xml-tags.ts'

const ROOT_BYTES = 65_536

/** The root tag of a part. */
export type XmlRoot = {
  /** Where the tag ends in the block. */
  readonly end: number
  readonly isEmpty: boolean
  readonly keepsSpace: boolean
}

/**
 * Checks that a part begins with the root tag that the scanners can read, in whichever version of the language: the names
 * of transitional, strict and early workbooks are the same.
 *
 * Errors: file-damaged for any other root.
 */
export function checkRoot(block: Buffer, name: string): XmlRoot {
  const head = block.toString('latin1', 0, ROOT_BYTES)
  const tag = listTags(head).next().value
  if (!tag || tag.name !== name || tag.kind === 'end') throw new AppError('file-damaged')
  const opening = /^(?:\s*<\?[^>]*\?>)*\s*<(?!\?)(?:"[^"]*"|'[^']*'|[^"'>])*>/.exec(head)
  if (!opening) throw new AppError('file-damaged')
  return {
    end: opening[0].length,
    isEmpty: tag.kind === 'empty',
    keepsSpace: tag.attribute('space') === 'preserve',
  }
}
