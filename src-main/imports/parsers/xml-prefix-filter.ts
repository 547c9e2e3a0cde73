import { AppError } from '#shared/contract/app-error.ts'
import { listTags } from './xml-tags.ts'

const EMPTY = Buffer.alloc(0)
const LONGEST_ROOT = 65_536
const LESS_THAN = 0x3c
const GREATER_THAN = 0x3e

/**
 * Takes the namespace prefix of the root away from all tags of a part (<x:row> becomes <row>), so that the scanners see one
 * spelling whoever wrote the workbook.
 *
 * Cost: nothing for a part without a prefix, as Excel writes it; else one copy of the part.
 */
export class XmlPrefixFilter {
  private held: Buffer = EMPTY
  private prefix: string | null = null

  /** Filters the next chunk of markup. Empty: an empty buffer while more is needed. Errors: file-damaged. */
  push(chunk: Buffer): Buffer {
    if (this.prefix === '') return chunk
    const bytes = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk])
    this.held = EMPTY
    if (this.prefix === null && !this.findPrefix(bytes)) {
      this.held = bytes
      return EMPTY
    }
    if (this.prefix === '') return bytes
    // A tag that goes on in the next chunk waits for it.
    const cut = bytes.lastIndexOf(LESS_THAN)
    const isOpen = cut >= 0 && bytes.indexOf(GREATER_THAN, cut) < 0
    if (isOpen) this.held = Buffer.from(bytes.subarray(cut))
    return this.strip(isOpen ? bytes.subarray(0, cut) : bytes)
  }

  /** Gives what is left at the end of the part. */
  finish(): Buffer {
    return this.prefix ? this.strip(this.held) : this.held
  }

  private findPrefix(bytes: Buffer): boolean {
    const head = bytes.toString('latin1', 0, LONGEST_ROOT)
    const root = /<(?![?!])(?:"[^"]*"|'[^']*'|[^"'>])*>/.exec(head)
    if (root) this.prefix = listTags(root[0]).next().value?.prefix ?? ''
    else if (bytes.length > LONGEST_ROOT) throw new AppError('file-damaged')
    return root !== null
  }

  private strip(bytes: Buffer): Buffer {
    const text = bytes.toString('latin1')
    return Buffer.from(
      text.replaceAll(`<${this.prefix}:`, '<').replaceAll(`</${this.prefix}:`, '</'),
      'latin1',
    )
  }
}
