import { AppError } from '#shared/contract/app-error.ts'
import { decodeEntities } from './xml-text.ts'

/** One tag of a small XML part; names come without their namespace prefix. */
export type XmlTag = {
  readonly name: string
  readonly prefix: string
  readonly kind: 'start' | 'end' | 'empty'
  /** Returns the value of the attribute whose name, or whose name after a prefix, is this. */
  attribute(name: string): string | undefined
}

/**
 * Lists the tags of a small XML part in order; text between them is passed over.
 *
 * Errors: file-damaged when a tag is not closed.
 */
export function* listTags(xml: string): Generator<XmlTag> {
  let at = xml.indexOf('<')
  while (at >= 0) {
    const end = findTagEnd(xml, at + 1)
    if (end < 0) throw new AppError('file-damaged')
    const body = xml.slice(at + 1, end)
    if (!body.startsWith('?')) yield readTag(body)
    at = xml.indexOf('<', end)
  }
}

function findTagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 0x22 || code === 0x27) quote = code
    else if (code === 0x3e) return at
  }
  return -1
}

function readTag(body: string): XmlTag {
  const isEnd = body.startsWith('/')
  const isEmpty = body.endsWith('/')
  const fullName = /^\/?([^\s/]*)/.exec(body)?.[1] ?? ''
  const colon = fullName.indexOf(':')
  return {
    name: fullName.slice(colon + 1),
    prefix: colon < 0 ? '' : fullName.slice(0, colon),
    kind: isEnd ? 'end' : isEmpty ? 'empty' : 'start',
    attribute: name => findAttribute(body, name),
  }
}

function findAttribute(body: string, wanted: string): string | undefined {
  let prefixed: string | undefined
  for (const match of body.matchAll(/\s([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const name = match[1] as string
    const value = match[2] ?? match[3] ?? ''
    if (name === wanted) return decodeEntities(value)
    if (name.endsWith(`:${wanted}`)) prefixed ??= value
  }
  return prefixed === undefined ? undefined : decodeEntities(prefixed)
}
