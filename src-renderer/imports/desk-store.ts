import { type DeskFile, type DeskState, emptyDesk, type FileStage, type Staged } from './desk-file.ts'

/** Holds the files of the desk and tells whoever shows them. */
export class DeskStore {
  private state: DeskState = emptyDesk
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
  readonly getState = (): DeskState => this.state

  set(state: DeskState): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }

  find(fileId: number | null): DeskFile | undefined {
    return this.state.files.find(file => file.fileId === fileId)
  }

  /** The file as it is looked at; undefined at any other stage. */
  findStaged(fileId: number | null): Staged | undefined {
    const stage = this.find(fileId)?.stage
    return stage?.kind === 'staged' ? stage : undefined
  }

  change(fileId: number, changed: (file: DeskFile) => DeskFile): void {
    const files = this.state.files.map(file => (file.fileId === fileId ? changed(file) : file))
    this.set({ ...this.state, files })
  }

  setStage(fileId: number, stage: FileStage): void {
    this.change(fileId, file => ({ ...file, stage }))
  }

  /** Changes a file that is still the staged one it was; a new preview counts as another generation of rows. */
  changeStaged(fileId: number, stagingId: string, changed: Partial<Staged>): void {
    const staged = this.findStaged(fileId)
    if (staged?.stagingId !== stagingId) return
    const generation = staged.generation + (changed.preview ? 1 : 0)
    this.setStage(fileId, { ...staged, ...changed, generation })
  }
}
