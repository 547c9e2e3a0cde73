import { type Command, useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { Request, Response } from '#shared/contract/contract.ts'

type FieldCommand =
  | 'fields.addGroup'
  | 'fields.saveGroup'
  | 'fields.add'
  | 'fields.save'
  | 'fields.move'
  | 'fields.setHidden'

/** A command on fields that says what it did, with the way back beside it. */
export function useFieldCommand<M extends FieldCommand>(method: M) {
  const command: Command<M> = useCommand(method)
  const { tellDone } = useUndo()
  const run = async (request: Request<M>, text?: string): Promise<Response<M> | undefined> => {
    const saved = await command.run(request)
    const { changeSetId } = saved ?? {}
    if (text && typeof changeSetId === 'number') tellDone(text, changeSetId)
    return saved
  }
  return { ...command, run }
}
