import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { PairNumbers } from '#app/ui/pairs.tsx'
import { type Share, Shares } from '#app/ui/shares.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { CountTaps, countTaps } from '../count-taps.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { askedAt, tapsOf, typedOf } from '../queries.ts'
import { type Asked, type PerTap, sharesOf, taps, whyNotCounted } from '../rules.ts'

const words = { zh, en }
const Typed = CountTaps.pick({ counts: true })
const name = namesOf(Typed)

type Data = {
  session: SessionRow
  asked: Asked
  typed: Awaited<ReturnType<typeof typedOf>>
  said: Awaited<ReturnType<typeof tapsOf>>
}

/** What people said of a session, and the numbers that who runs it types in from paper or the room. */
export const tapsPage = page<Data>({
  title: (_, language) => words[language].typeTitle,
  async load(ctx, { params }) {
    const session = found(await findSession(ctx, params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    return {
      session,
      asked: found(await askedAt(ctx, session.id)),
      typed: await typedOf(ctx, session.id),
      said: await tapsOf(ctx, session.id),
    }
  },
  actions: {
    paper: action(Typed, async (ctx, { counts }, { params }) => {
      const sessionId = params['sessionId']!
      await countTaps(ctx, { sessionId, way: 'paper', counts })
      return { to: to(urls.sessionTaps, { sessionId }), done: 'taps.counted' }
    }),
    hands: action(Typed, async (ctx, { counts }, { params }) => {
      const sessionId = params['sessionId']!
      await countTaps(ctx, { sessionId, way: 'hands', counts })
      return { to: to(urls.sessionTaps, { sessionId }), done: 'taps.counted' }
    }),
  },
  view: (shown) => <TypeIn {...shown} />,
})

function TypeIn(shown: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const { session, asked, said } = shown.data
  const sessionId = session.id
  const notYet = asked.status === 'held' ? null : whyNotCounted(asked, 'paper', noneTyped)
  return (
    <>
      <PageHead
        title={t.typeTitle}
        lead={t.typeLead}
        back={{ href: to(urls.session, { sessionId }), label: useTitle()(session) }}
        actions={
          <LinkButton href={to(urls.tapStrips, { sessionId })} icon="printer">
            {t.toStrips}
          </LinkButton>
        }
      />
      {notYet === null ? (
        <>
          <Results said={said} />
          <p class="quietly">{t.waysDone(asked.links, asked.answered)}</p>
          <WayForm {...shown} way="paper" />
          <WayForm {...shown} way="hands" />
        </>
      ) : (
        <Callout kind="info" title={reason(notYet)} />
      )}
    </>
  )
}

const noneTyped = { paper: {}, hands: {} }

function Results({ said: { came, results } }: { said: Data['said'] }) {
  const t = useWords(words)
  const shares: Share[] = sharesOf(results, came, t)
  return (
    <Section title={t.results}>
      <p>{t.came(came)}</p>
      <div class="wraps">
        <Shares caption={t.figures} shares={shares} />
      </div>
    </Section>
  )
}

function WayForm({ data, form, formKey, way }: Shown<Data> & { way: 'paper' | 'hands' }) {
  const t = useWords(words)
  const { session, asked, typed } = data
  const said: PerTap<{ yes: number; no: number }> = typed[way]
  const section = {
    paper: [t.paper, t.paperHint, t.keepPaper],
    hands: [t.hands, t.handsHint, t.keepHands],
  } as const
  const [title, hint, keep] = section[way]
  return (
    <Section title={title} id={way}>
      <p class="quietly">{hint}</p>
      <Form
        id={`${way}-counts`}
        action={to(urls.sessionTaps, { sessionId: session.id }, { do: way })}
        formKey={`${formKey}${way}`}
        state={form(way)}
      >
        <PairNumbers
          labels={[t.yesCount, t.noCount]}
          most={5000}
          rows={taps.map((tap) => {
            const counts = said[tap]
            return {
              label: t.taps[tap],
              names: [name(`counts.${tap}.yes`), name(`counts.${tap}.no`)],
              ...(counts ? { values: [String(counts.yes), String(counts.no)] } : {}),
            }
          })}
        />
        <Button kind={way === 'paper' ? 'main' : 'plain'} whyNot={whyNotCounted(asked, way, typed)}>
          {keep}
        </Button>
      </Form>
    </Section>
  )
}
