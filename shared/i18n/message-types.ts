/** The names between braces of a text: 'Page {page} of {pages}' -> 'page' | 'pages'. */
export type PlaceholderOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never

/** What may stand for a placeholder. Numbers are written with thousands commas; for a bare number give a string. */
export type MessageValue = string | number

/**
 * The shape of a translation of the texts `Source`: every key, and besides a `<key>_one` for a text whose `{count}` is 1,
 * in languages that tell one from many.
 */
export type Translation<Source> = { readonly [Key in keyof Source]: string } & {
  readonly [Key in `${keyof Source & string}_one`]?: string
}
