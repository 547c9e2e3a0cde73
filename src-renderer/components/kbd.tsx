/** A key, or keys pressed together, as they stand on the keyboard. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd>{keys}</kbd>
}

/** The key of a button whose name is its words alone; the button says it with `aria-keyshortcuts`. */
export function ButtonKey({ keys }: { keys: string }) {
  return (
    <span aria-hidden="true" className="button-key">
      <Kbd keys={keys} />
    </span>
  )
}
