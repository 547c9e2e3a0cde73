import { listTags } from './xml-tags.ts'

/**
 * Lists the sheets of an ods that are hidden: their style says that they are not displayed.
 *
 * Empty: none for a package of another kind.
 */
export function hiddenTables(parts: readonly (readonly [string, Uint8Array])[]): ReadonlySet<string> {
  const hidden = new Set<string>()
  const content = parts.find(([name]) => name.toLowerCase() === 'content.xml')?.[1]
  if (!content) return hidden
  const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8')
  const styles = new Set<string>()
  for (const [element] of xml.matchAll(
    /<style:style\s[^>]*family="table"[^>]*>\s*<style:table-properties[^>]*>/g,
  )) {
    if (!/table:display="false"/.test(element)) continue
    const name = listTags(element).next().value?.attribute('name')
    if (name !== undefined) styles.add(name)
  }
  for (const [element] of xml.matchAll(/<table:table\s[^>]*>/g)) {
    const tag = listTags(element).next().value
    const name = tag?.attribute('name')
    if (name !== undefined && styles.has(tag?.attribute('style-name') ?? '')) hidden.add(name)
  }
  return hidden
}
