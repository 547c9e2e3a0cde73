type Flow = { readonly from: string; readonly to: string; readonly value: number }

type NodePlace = {
  readonly key: string
  readonly top: number
  readonly tall: number
  readonly value: number
}

type RibbonPlace = { readonly leftTop: number; readonly rightTop: number; readonly thick: number }

/** The least room for the name of a node. */
const slotPx = 17

/**
 * Places nodes at two sides and the bands between them, all on one scale.
 *
 * Shape: `sides` left and right, each with the nodes that have a band there, from top to bottom; `ribbons` in the order of the flows.
 * Empty: no flows give no places.
 */
export function placeFlow(
  keys: readonly string[],
  flows: readonly Flow[],
  heightPx: number,
): { readonly sides: readonly (readonly NodePlace[])[]; readonly ribbons: readonly RibbonPlace[] } {
  const sums = (['from', 'to'] as const).map(end =>
    keys
      .map(key => ({
        key,
        value: flows.reduce((sum, flow) => sum + (flow[end] === key ? flow.value : 0), 0),
      }))
      .filter(({ value }) => value > 0),
  )
  const scale = Math.min(...sums.map(nodes => scaleOf(nodes, heightPx)))
  const sides = sums.map(nodes => {
    let y = 0
    return nodes.map(({ key, value }): NodePlace => {
      const tall = value * scale
      const slot = Math.max(slotPx, tall + 2)
      const place = { key, value, tall, top: y + (slot - tall) / 2 }
      y += slot
      return place
    })
  })
  const next = sides.map(places => new Map(places.map(({ key, top }) => [key, top])))
  // Bands leave a node in the order in which they arrive, so that few of them cross.
  const order = flows
    .map((flow, index) => ({ flow, index }))
    .sort(
      (a, b) =>
        keys.indexOf(a.flow.from) - keys.indexOf(b.flow.from) ||
        keys.indexOf(a.flow.to) - keys.indexOf(b.flow.to),
    )
  const ribbons: RibbonPlace[] = []
  for (const { flow, index } of order) {
    const thick = flow.value * scale
    const [leftTop, rightTop] = [next[0]?.get(flow.from) ?? 0, next[1]?.get(flow.to) ?? 0]
    ribbons[index] = { leftTop, rightTop, thick }
    next[0]?.set(flow.from, leftTop + thick)
    next[1]?.set(flow.to, rightTop + thick)
  }
  return { sides, ribbons }
}

/** The largest scale at which the nodes of a side fit, each in a slot of its own. */
function scaleOf(nodes: readonly { readonly value: number }[], heightPx: number): number {
  let [low, high] = [0, heightPx / Math.max(1, ...nodes.map(({ value }) => value))]
  for (let step = 0; step < 30; step++) {
    const scale = (low + high) / 2
    const tall = nodes.reduce((sum, { value }) => sum + Math.max(slotPx, value * scale + 2), 0)
    if (tall <= heightPx) low = scale
    else high = scale
  }
  return low
}
