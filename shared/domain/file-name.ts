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

/**
 * Makes the name of a file usable on every system; its ending stays, however long the name is.
 *
 * Example: toFileNameWithEnding('合同: 1.pdf') -> '合同_ 1.pdf'
 */
export function toFileNameWithEnding(fileName: string): string {
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(fileName)?.[0] ?? ''
  return toFileName(fileName.slice(0, fileName.length - ending.length)) + ending
}
