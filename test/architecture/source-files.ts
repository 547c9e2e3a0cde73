import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export const root = path.resolve(import.meta.dirname, '../..')

/** Files of some rooms by their path from the project's root, sorted. */
export function listFiles(rooms: readonly string[], ending = /\.(ts|tsx)$/): string[] {
  return rooms
    .flatMap(room =>
      readdirSync(path.join(root, room), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && ending.test(entry.name))
        .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')),
    )
    .toSorted()
}

export const readSource = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** What a source file says, without its comments: the names it uses and the texts it holds. */
export type SourceWords = {
  readonly names: ReadonlySet<string>
  readonly texts: readonly string[]
  /** Names of called methods: `x.name(…)`. */
  readonly calls: ReadonlySet<string>
}

const known = new Map<string, SourceWords>()

export function wordsOf(file: string): SourceWords {
  const words = known.get(file) ?? parse(file)
  known.set(file, words)
  return words
}

function parse(file: string): SourceWords {
  const names = new Set<string>()
  const texts: string[] = []
  const calls = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text)
    else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isTemplateHead(node)
    )
      texts.push(node.text)
    else if (ts.isJsxText(node)) texts.push(node.text)
    else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
      calls.add(node.expression.name.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readSource(file), ts.ScriptTarget.ES2023, false))
  return { names, texts, calls }
}
