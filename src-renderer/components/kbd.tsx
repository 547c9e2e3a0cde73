/** A key, or keys pressed together, as they stand on the keyboard. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd>{keys}</kbd>
}
