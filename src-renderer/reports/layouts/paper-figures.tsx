import type { ReactNode } from 'react'

/** A row of figures, each under its label. */
export function PaperFigures({
  figures,
}: {
  figures: readonly (readonly [label: string, value: ReactNode])[]
}) {
  return (
    <table className="paper-figures">
      <tbody>
        <tr>
          {figures.map(([label, value]) => (
            <td key={label}>
              <small>{label}</small>
              {value}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
