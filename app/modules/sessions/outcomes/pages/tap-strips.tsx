import { authorise, found } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { PageHead } from '#app/ui/page.tsx'
import { StripAsks, Strips } from '#app/ui/pairs.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { taps } from '../rules.ts'

const words = { zh, en }
const onOneSheet = 4

/** The four questions on strips of paper, to be printed before a session and ticked after it. */
export const tapStripsPage = page<{ session: SessionRow }>({
  title: (_, language) => words[language].strips,
  async load(ctx, { params }) {
    const session = found(await findSession(ctx, params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    return { session }
  },
  view: (shown) => <TapStrips {...shown} />,
})

function TapStrips({ data: { session } }: Shown<{ session: SessionRow }>) {
  const t = useWords(words)
  return (
    <>
      <PageHead
        title={t.strips}
        lead={t.stripsHint}
        back={{ href: to(urls.sessionTaps, { sessionId: session.id }), label: t.stripsBack }}
      />
      <Strips count={onOneSheet}>
        <h2>{useTitle()(session)}</h2>
        <p>{t.stripLead}</p>
        <StripAsks asks={taps.map((tap) => t.asks[tap])} answers={[t.yes, t.no]} />
      </Strips>
    </>
  )
}
