import { findUnit } from '#app/modules/organisation/queries.ts'
import { found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Facts } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { isMinor } from '../../photos/rules.ts'
import { asSeenBy, findSession, type SessionRow } from '../../queries.ts'
import { AnswerOffer, answerOffer } from '../../waitlist/answer-offer.ts'
import { offerOfLink } from '../../waitlist/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }
const ByLink = AnswerOffer.omit({ link: true })
const name = namesOf(ByLink)

/** Where an offer stands for whoever opens its link. */
type Standing =
  | 'open'
  | 'seated'
  | 'declined'
  | 'lapsed'
  | 'left'
  | 'waiting'
  | 'cancelled'
  | 'over'

/** What the page may know: no name of a child, since links are forwarded; no address of a home. */
type Data = {
  token: string
  session: Pick<SessionRow, 'id' | 'title' | 'titleEn' | 'during' | 'venueName' | 'unitName'>
  standing: Standing
  until: Date | null
  seats: number
  /** Grown-ups by name; children only counted. */
  names: string[]
  children: number
  unitName: string | null
}

/**
 * The link of a message that there is a seat: yes or no by one tap without a sign-in. Opening it changes
 * nothing, since programs open links before people do; it leads nowhere else.
 */
export const offerLinkPage = page<Data>({
  open: true,
  title: (_, language) => words[language].offerTitle,
  async load(ctx, { params }) {
    const token = params['token']!
    const party = found(await offerOfLink(ctx, token))
    const session = asSeenBy(ctx.actor, found(await findSession(ctx, party.sessionId)))
    const grownUps = party.people.filter(
      ({ bornOn, guardianIds }) =>
        !isMinor({ bornOn, hasGuardian: guardianIds.length > 0 }, ctx.now),
    )
    return {
      token,
      session,
      standing: standingOf(session, party, ctx.now),
      until: party.offerUntil,
      seats: party.size.children + party.size.others,
      names: grownUps.map((person) => person.name),
      children: party.people.length - grownUps.length,
      unitName: party.unitId ? ((await findUnit(ctx, party.unitId))?.name ?? null) : null,
    }
  },
  actions: {
    answer: action(ByLink, async (ctx, input, { params }) => {
      const link = params['token']!
      await answerOffer(ctx, { ...input, link })
      return { to: to(urls.seatOffer, { token: link }) }
    }),
  },
  view: (shown) => <OfferLink {...shown} />,
})

function standingOf(
  session: Pick<SessionRow, 'status' | 'during'>,
  party: { status: string; offerUntil: Date | null },
  now: Date,
): Standing {
  if (session.status === 'cancelled') return 'cancelled'
  const { status, offerUntil } = party
  if (status === 'seated' || status === 'declined' || status === 'left') return status
  if (session.status === 'held' || session.during.start <= now) return 'over'
  if (status === 'offered' && offerUntil !== null && offerUntil > now) return 'open'
  return status === 'waiting' ? 'waiting' : 'lapsed'
}

function OfferLink(shown: Shown<Data>) {
  const t = useWords(words)
  const { data, form, visit } = shown
  const { standing, session } = data
  const title = useTitle()(session)
  const { refusal } = form('answer')
  const { start, end } = session.during
  const when = (
    <>
      <Time at={start} to={end} now={visit.now} />
      <br />
      {session.venueName}
    </>
  )
  if (standing === 'open')
    return (
      <>
        <PageHead over={t.offerLead} title={title} lead={when} />
        {refusal !== undefined && <Callout kind="failed" title={refusal} />}
        <ForWhom {...shown} />
        <Answer {...shown} />
        <p>{t.offerFree}</p>
        <p class="quietly">{t.offerOnly}</p>
      </>
    )
  return (
    <>
      <PageHead over={title} title={t.link[standing]} lead={t.linkText[standing]} />
      {refusal !== undefined && <Callout kind="info" title={refusal} />}
      {standing === 'seated' && <p>{when}</p>}
      <Actions>
        <LinkButton href={to(urls.session, { sessionId: session.id })}>{t.toSession}</LinkButton>
      </Actions>
    </>
  )
}

function ForWhom({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const { names, children, seats, until, unitName } = data
  const who = t.and([
    ...names,
    ...(children > 0 ? [t.yourChildren(children)] : []),
    ...(unitName ? [unitName] : []),
  ])
  return (
    <Facts
      items={[
        ...(who ? [{ term: t.forWhom, value: who }] : []),
        { term: t.howMany, value: t.seatsCount(seats) },
        ...(until ? [{ term: t.until, value: t.untilSaid(until, visit.now) }] : []),
      ]}
    />
  )
}

/** Two buttons of one size: saying no is as easy as saying yes. */
function Answer({ data, formKey }: Shown<Data>) {
  const t = useWords(words)
  const at = to(urls.seatOffer, { token: data.token }, { do: 'answer' })
  return (
    <div class="answers">
      <Form id="yes" action={at} formKey={formKey}>
        <input type="hidden" name={name('says')} value="yes" />
        <Button kind="main" icon="check">
          {data.seats > 1 ? t.acceptFor : t.accept}
        </Button>
      </Form>
      <Form id="no" action={at} formKey={`${formKey}no`}>
        <input type="hidden" name={name('says')} value="no" />
        <Button icon="cross">{t.decline}</Button>
      </Form>
    </div>
  )
}
