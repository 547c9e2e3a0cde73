import type { WebContents } from 'electron'
import { channels } from '#shared/contract/channels.ts'
import { type AppEvent, eventsContract } from '#shared/contract/events.contract.ts'

/**
 * Tells every window of something that is different now.
 *
 * Errors: with `isChecked` (development, tests) a ZodError for data that the contract does not name.
 */
export function publishEvent(
  targets: Iterable<Pick<WebContents, 'isDestroyed' | 'send'>>,
  event: AppEvent,
  isChecked: boolean,
): void {
  if (isChecked) eventsContract[event.name].parse(event.data)
  for (const target of targets) if (!target.isDestroyed()) target.send(channels.event, event.name, event.data)
}
