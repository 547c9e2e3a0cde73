type WithOverlay = Navigator & { readonly windowControlsOverlay?: { readonly visible: boolean } }

/** True where the system draws its window buttons into the page's own title bar. */
export function hasWindowButtons(): boolean {
  return (navigator as WithOverlay).windowControlsOverlay?.visible ?? false
}
