import { Actions, LinkButton } from '#app/ui/button.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import type { SessionRow } from '../queries.ts'
import { en } from '../sheets/messages.en.ts'
import { zh } from '../sheets/messages.zh.ts'

const words = { zh, en }

/** What there is of a session on paper: the poster, and for who runs it the lists. */
export function Papers({ session }: { session: SessionRow }) {
  const t = useWords(words).sheet
  const here = { sessionId: session.id }
  // After the closing nothing is typed in from paper any more: who was forgotten is added by name.
  if (session.format === 'door' || session.status !== 'scheduled') return null
  return (
    <Actions>
      <LinkButton kind="quiet" icon="printer" href={to(urls.sessionPoster, here)}>
        {t.toPoster}
      </LinkButton>
      <LinkButton kind="quiet" icon="printer" href={to(urls.doorList, here)}>
        {t.toDoor}
      </LinkButton>
      <LinkButton kind="quiet" icon="printer" href={to(urls.rollSheet, here)}>
        {t.toRoll}
      </LinkButton>
      <LinkButton kind="quiet" icon="edit" href={to(urls.typedRoll, here)}>
        {t.typeIn}
      </LinkButton>
    </Actions>
  )
}
