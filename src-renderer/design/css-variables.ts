import { font, type Mode, palette, paper, segments, size } from './tokens.ts'

const withPrefix = (prefix: string, values: object, unit = ''): [string, string][] =>
  Object.entries(values).map(([name, value]) => [`--${prefix}${name}`, `${value}${unit}`])

/**
 * Every value of the tokens as a CSS variable: colours by their own name (`--brandSoft`), `--heat-0` to `--heat-6`,
 * `--seg-valueHi`, paper by its own name (`--ink`), sizes `--size-row`, text `--fs-body` and `--lh-body`, fonts `--font` and `--font-print`.
 */
export function cssVariables(mode: Mode): Readonly<Record<string, string>> {
  const { heat, ...colors } = palette[mode]
  return Object.fromEntries([
    ...withPrefix('', colors),
    ...heat.map((color, step): [string, string] => [`--heat-${step}`, color]),
    ...withPrefix('seg-', segments[mode]),
    ...withPrefix('', paper),
    ...withPrefix('size-', size, 'px'),
    ...withPrefix('fs-', font.size, 'px'),
    ...withPrefix('lh-', font.line, 'px'),
    ['--font', font.family],
    ['--font-print', font.print],
  ])
}

/** Puts the variables of a mode on the page's root, with its class and the colour scheme of the browser's own parts. */
export function applyMode(mode: Mode, root: HTMLElement = document.documentElement): void {
  for (const [name, value] of Object.entries(cssVariables(mode))) root.style.setProperty(name, value)
  root.style.colorScheme = mode
  root.classList.toggle('dark', mode === 'dark')
  root.classList.toggle('light', mode === 'light')
}
