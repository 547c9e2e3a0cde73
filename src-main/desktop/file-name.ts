/**
 * Makes a text usable as the name of a file on every system.
 *
 * Empty: a name of nothing but forbidden characters gives '_'.
 * Example: toFileName('报表: 3/4') -> '报表_ 3_4'
 */
export function toFileName(text: string): string {
  const name = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f<>:"/\\|?*\u007f]/g, '_')
    .replace(/[. ]+$/, '')
    .slice(0, 100)
  return name === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `_${name}` : name
}
