// What a spreadsheet would take for the beginning of a formula, also behind blanks, marks and apostrophes.
const formulaStart = /^['"\s\u200b-\u200d\u2060\ufeff]*[=+\-@\t\r\n＝＋－＠]/u

/**
 * Protects a text of a csv file from being taken for a formula: an apostrophe before it.
 *
 * Shape: `unguardText` takes exactly this apostrophe off again.
 * Source: OWASP, CSV Injection.
 * Example: guardText('=HYPERLINK("x")') -> `'=HYPERLINK("x")`; guardText('样例') -> '样例'
 */
export function guardText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** Takes off the apostrophe that `guardText` wrote. Example: unguardText("'-5") -> '-5'; unguardText("'x") -> "'x" */
export function unguardText(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text
}
