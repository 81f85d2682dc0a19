import type { Context } from '#app/platform/context.ts'
import { useWords } from '#app/ui/speech.tsx'
import { urls } from '#app/urls.ts'
import { en } from '../codes/messages.en.ts'
import { zh } from '../codes/messages.zh.ts'
import { codesFor } from '../codes/queries.ts'
import { spacedDigits } from '../codes/rules.ts'
import type { SessionRow } from '../queries.ts'
import type { Joining } from './session-seat-data.tsx'

const words = { zh, en }

/** The six digits with which someone says at the door who they are. */
export type OwnDigits = { personId: string; name: string; isSelf: boolean; digits: string }

// A live stream is watched at home, and a round comes to the door.
const hasDoor = ({ format }: SessionRow) => format !== 'stream' && format !== 'door'

/** The digits of the reader and their children, of those who have a seat. */
export async function digitsOf(
  ctx: Context,
  session: SessionRow,
  joining: Joining | null,
): Promise<OwnDigits[]> {
  const seated = (joining?.people ?? []).filter(({ has }) => has === 'seat')
  if (seated.length === 0 || session.status !== 'scheduled' || !hasDoor(session)) return []
  const ids = seated.map(({ personId }) => personId)
  const codes = await codesFor(ctx, session.id, ids)
  return seated.flatMap(({ personId, name, isSelf }) => {
    const digits = codes.get(personId)?.spoken
    return digits ? [{ personId, name, isSelf, digits }] : []
  })
}

/** What to show or say at the door. */
export function AtTheDoor({ people }: { people: readonly OwnDigits[] }) {
  const t = useWords(words).door
  if (people.length === 0) return null
  return (
    <div class="at-the-door">
      <p>
        {t.lead} <a href={urls.myCode}>{t.code}</a>
      </p>
      {people.map(({ personId, name, isSelf, digits }) => (
        <p key={personId}>
          {(people.length > 1 || !isSelf) && <span>{name}</span>}
          <b class="spoken">{spacedDigits(digits)}</b>
        </p>
      ))}
    </div>
  )
}
