import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Callout, Facts, type Tone } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { CancelSession, cancelSession } from '../cancel-session.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { SessionStatus } from '../rules.ts'
import { en as signUpsEn } from '../sign-ups/messages.en.ts'
import { zh as signUpsZh } from '../sign-ups/messages.zh.ts'
import { WhatFollowed } from './session-after.tsx'
import { AtTheDoor } from './session-code.tsx'
import { type Came, type Retelling, type SessionData, sessionFor } from './session-data.tsx'
import { WhatThereIs } from './session-format.tsx'
import { ForHost, SignUpOthers, WhatHappened } from './session-host.tsx'
import { Papers } from './session-papers.tsx'
import { RetoldAs } from './session-retold.tsx'
import { isForCaller, OwnSeats } from './session-seat.tsx'
import { seatActions } from './session-seat-actions.tsx'
import { OneOfSeries, useAccess, Watched } from './session-series.tsx'

const words = { zh, en }
const signUpsWords = { zh: signUpsZh, en: signUpsEn }

const tones: Record<SessionStatus, Tone> = {
  draft: 'waiting',
  scheduled: 'good',
  held: 'plain',
  cancelled: 'bad',
}

/**
 * One session: what, when, where and for whom; the reader's seat; and what its host does. What was made
 * of it afterwards belongs to a later module, and is handed in where addresses are given to pages.
 */
export const sessionPage = (retelling: Retelling) =>
  page<SessionData>({
    open: true,
    title: ({ session }, language) =>
      language === 'en' && session.titleEn ? session.titleEn : session.title,
    load: (ctx, visit) => sessionFor(ctx, visit, retelling),
    actions: {
      ...seatActions,
      cancel: action(CancelSession.omit({ sessionId: true }), async (ctx, input, visit) => {
        const sessionId = visit.params['sessionId']!
        await cancelSession(ctx, { ...input, sessionId })
        return { to: to(urls.session, { sessionId }), done: 'session.cancelled' }
      }),
    },
    view: (shown) => <SessionPage {...shown} />,
  })

function SessionPage(shown: Shown<SessionData>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { session, joining, came, retold, around, host, others, format, forUnit, after } =
    shown.data
  const strand =
    language === 'en' && session.strandNameEn ? session.strandNameEn : session.strandName
  // Nobody signs up for a round from door to door.
  const scheduled = session.status === 'scheduled' && session.format !== 'door'
  // Who runs the session need not be told that it is too late to sign up for it.
  const asksForSeat =
    scheduled && (!host || !joining || joining.people.some(({ has, whyNot }) => has || !whyNot))
  const refusal = refusalOfButtons(shown)
  const watched = <Watched session={session} around={around} now={shown.visit.now} />
  // Whoever can watch now came for that; before, they come for a seat.
  const watchesFirst = Boolean(around.stream?.url)
  return (
    <>
      <PageHead
        title={useTitle()(session)}
        over={`${strand} · ${t.formats[session.format]} · ${t.session.number(session.number)}`}
        lead={
          <>
            <Time at={session.during.start} to={session.during.end} now={shown.visit.now} />
            {' · '}
            <span class="facts">{session.venueName}</span>
          </>
        }
        back={{ href: urls.sessions, label: t.session.back }}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {session.status === 'cancelled' && (
        <Callout kind="warning" title={t.session.calledOff}>
          {session.cancelReason && <p>{session.cancelReason}</p>}
        </Callout>
      )}
      {session.status === 'draft' && (
        <Callout kind="waiting" title={t.session.draft}>
          <p>{t.session.draftText}</p>
          <p>
            <a href={to(urls.sessionPlan, { sessionId: session.id })}>{t.session.toPlan}</a>
          </p>
        </Callout>
      )}
      <Columns beside={<SessionFacts {...shown} />}>
        <OneOfSeries around={around} now={shown.visit.now} />
        {watchesFirst && watched}
        {asksForSeat && !host && <OwnSeats {...shown} />}
        {!host && <AtTheDoor people={shown.data.digits} />}
        {!watchesFirst && watched}
        <WhatThereIs session={session} {...format} />
        {host && <ForHost {...shown} />}
        {host && <Papers session={session} />}
        {asksForSeat && host && <HostsOwnSeat {...shown} />}
        {host && <AtTheDoor people={shown.data.digits} />}
        {scheduled && forUnit && <ForUnit {...shown} />}
        {came && <Outcome came={came} />}
        {after?.said && <WhatFollowed after={after} />}
        {retold && <RetoldAs retold={retold} sessionId={session.id} />}
        {others && session.format !== 'door' && <SignUpOthers {...shown} others={others} />}
        {after?.said === null && <WhatFollowed after={after} />}
        {host && <WhatHappened hosting={host} now={shown.visit.now} />}
      </Columns>
    </>
  )
}

// What is posted by buttons alone has no place of its own for a refusal.
function refusalOfButtons(shown: Shown<SessionData>) {
  const byButtons = ['signOff', 'accept', 'decline', 'leave']
  if (isForCaller(shown)) byButtons.push('signUp')
  return byButtons.map((each) => shown.form(each).refusal).find((each) => each !== undefined)
}

/** Who runs the session may come too; that stands under what they have to do. */
function HostsOwnSeat(shown: Shown<SessionData>) {
  return (
    <Section title={useWords(signUpsWords).ownSeat}>
      <OwnSeats {...shown} />
    </Section>
  )
}

/** The way for who runs a unit to its people. */
function ForUnit({ data }: Shown<SessionData>) {
  const t = useWords(signUpsWords)
  return (
    <p>
      <LinkButton icon="people" href={to(urls.branchSignUp, { sessionId: data.session.id })}>
        {t.toBranch}
      </LinkButton>
    </p>
  )
}

function SessionFacts({ data, visit }: Shown<SessionData>) {
  const t = useWords(words)
  const { session } = data
  const { language } = useSpeech()
  const line = useWords(signUpsWords)
  const access = useAccess(data.around.venue)
  const left = session.seats - session.taken
  const childLeft = session.childSeats - session.childTaken
  const seats = [
    t.session.seatsLeft(left, session.seats),
    session.childSeats > 0 && t.session.childSeats(childLeft, session.childSeats),
  ]
    .filter(Boolean)
    .join(' · ')
  const toKnow = language === 'en' && session.toKnowEn ? session.toKnowEn : session.toKnow
  const venue = [session.venueName, session.venuePlace].filter(Boolean).join(' · ')
  const status = session.status !== 'scheduled' && (
    <Badge tone={tones[session.status]}>{t.statuses[session.status]}</Badge>
  )
  const { start, end } = session.during
  const when = (
    <>
      <Time at={start} to={end} now={visit.now} /> {status}
    </>
  )
  return (
    <>
      <Facts
        items={[
          { term: t.session.when, value: when },
          { term: t.session.where, value: venue },
          ...access,
          ...(session.speakerName ? [{ term: t.session.speaker, value: session.speakerName }] : []),
          { term: t.session.forWhom, value: t.audiences[session.audience] },
          { term: t.session.language, value: t.languages[session.language] },
          { term: t.session.by, value: session.unitName },
          ...(data.joining ? [{ term: t.session.host, value: session.hostName }] : []),
          ...(data.joining && session.visitorName
            ? [{ term: t.session.visitor, value: session.visitorName }]
            : []),
          ...(toKnow ? [{ term: t.session.toKnow, value: toKnow }] : []),
          ...(session.status === 'scheduled' && session.format !== 'door'
            ? [
                { term: t.session.seats, value: seats },
                ...(data.full.waiting > 0
                  ? [{ term: line.waiting, value: line.waitingCount(data.full.waiting) }]
                  : []),
              ]
            : []),
        ]}
      />
      <p>
        <LinkButton
          kind="quiet"
          icon="calendar"
          download
          href={to(urls.sessionFile, { sessionId: session.id })}
        >
          {t.session.calendarFile}
        </LinkButton>
      </p>
    </>
  )
}

function Outcome({ came }: { came: Came }) {
  const t = useWords(words).session
  const given = (
    <ul class="plain">
      {came.given.map(({ thing, pieces, offered }) => (
        <li key={thing}>
          {offered === null ? t.pieces(thing, pieces) : t.givenOf(thing, pieces, offered)}
        </li>
      ))}
    </ul>
  )
  return (
    <Section title={t.outcome}>
      <Facts
        items={[
          { term: t.headCount, value: t.headCountOf(came.named, came.guests) },
          ...(came.given.length > 0 ? [{ term: t.given, value: given }] : []),
          ...(came.note ? [{ term: t.note, value: came.note }] : []),
        ]}
      />
    </Section>
  )
}
