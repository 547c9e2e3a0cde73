const dateWords = /[〇零一二三四五六七八九十]+(?=[月日号年])|年|月|日|号|季度|第|周|上半|下半/g
const noise = /[\d\s()[\]{}（）【】《》「」._\-—~～+、，,至到&]|副本|copy/gi

/**
 * Makes what stays of a file's name from month to month.
 *
 * Empty: '' when nothing but dates and numbers is in it.
 * Example: '样例旗舰店订单2024年三月(1).xlsx' -> '样例旗舰店订单'; '2024-03.csv' -> ''
 */
export function fileNamePattern(fileName: string): string {
  const name = fileName.normalize('NFKC').replace(/\.[^.]*$/, '')
  return name.toLowerCase().replace(dateWords, '').replace(noise, '')
}

/**
 * Says whether a file's name gives reason to doubt that it is of a shop whose files had other names: it names another shop,
 * or says something that none of them said.
 *
 * Example: '乙店订单4月.csv' of 甲店, whose files were '甲店订单3月.csv' -> true; '4月.csv' -> false
 */
export function isNameOfAnother(
  fileName: string,
  shop: string,
  earlierPatterns: readonly string[],
  otherShops: readonly string[],
): boolean {
  const pattern = fileNamePattern(fileName)
  const names = (name: string) => name !== '' && pattern.includes(fileNamePattern(name) || name.toLowerCase())
  if (pattern === '' || names(shop)) return false
  if (otherShops.some(names)) return true
  return earlierPatterns.length > 0 && !earlierPatterns.some(earlier => earlier.includes(pattern))
}
