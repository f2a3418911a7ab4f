import {Trans} from '@lingui/react/macro'
import {Bone} from '../../ui/empty'

/** The shape of the board while its deals are on the way. */
export function BoardSkeleton() {
  return (
    <div className="board" aria-busy="true">
      <p className="vh" role="status">
        <Trans>Loading</Trans>
      </p>
      {[5, 6, 4, 5].map((cards, column) => (
        <div key={column} className="col" aria-hidden>
          <header>
            <Bone inline={90} block={14} />
            <p>
              <Bone inline={110} block={12} />
            </p>
          </header>
          <div className="cards">
            <ol>
              {Array.from({length: cards}, (_, card) => (
                <li key={card}>
                  <div className="card">
                    <Bone inline="80%" />
                    <Bone inline="50%" />
                    <Bone inline="35%" />
                  </div>
                </li>
              ))}
            </ol>
          </div>
        </div>
      ))}
    </div>
  )
}
