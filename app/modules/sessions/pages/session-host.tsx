import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { History, Task, TaskList } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { Search } from '#app/ui/search.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { CancelSession } from '../cancel-session.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { whyNotRollCalled } from '../roll/rules.ts'
import { whyNotCancelled, whyNotClosed } from '../rules.ts'
import { en as settlingEn } from '../settling/messages.en.ts'
import { zh as settlingZh } from '../settling/messages.zh.ts'
import { en as signUpsEn } from '../sign-ups/messages.en.ts'
import { zh as signUpsZh } from '../sign-ups/messages.zh.ts'
import type { Hosting, SessionData } from './session-data.tsx'
import { SeatButton } from './session-seat.tsx'

const words = { zh, en }
const settlingWords = { zh: settlingZh, en: settlingEn }
const signUpsWords = { zh: signUpsZh, en: signUpsEn }
const name = namesOf(CancelSession)

/** What the host does: calls the roll, closes the session, or calls it off. */
export function ForHost(shown: Shown<SessionData>) {
  const t = useWords(words).session
  const line = useWords(signUpsWords)
  const settling = useWords(settlingWords)
  const { session, host } = shown.data
  const { now } = shown.visit
  const sessionId = session.id
  const noRoll = whyNotRollCalled(session, now)
  const noClosing = whyNotClosed(session, { marked: 0, guests: 1 }, now)
  const over = session.status === 'held' || session.status === 'cancelled'
  return (
    <Section title={t.youHost}>
      <Actions>
        {session.format === 'door' ? (
          <LinkButton href={to(urls.round, { sessionId })} icon="people" kind="main">
            {t.toRound}
          </LinkButton>
        ) : over || noRoll === null ? (
          <LinkButton
            href={to(urls.roll, { sessionId })}
            icon="people"
            kind={over ? 'plain' : 'main'}
          >
            {over ? t.seeRoll : t.callRoll}
          </LinkButton>
        ) : (
          <Button whyNot={noRoll} icon="people">
            {t.callRoll}
          </Button>
        )}
        {session.format !== 'door' && (over || noRoll === null) && (
          <LinkButton kind="quiet" href={to(urls.rollOpen, { sessionId })}>
            {settling.toOpen}
          </LinkButton>
        )}
        {!over && noClosing === null && (
          <LinkButton href={to(urls.closeSession, { sessionId })} icon="check">
            {t.close}
          </LinkButton>
        )}
        {session.format !== 'door' && (
          <LinkButton href={to(urls.signUps, { sessionId })} icon="seat">
            {line.toPage}
          </LinkButton>
        )}
        {!over && (
          <LinkButton href={to(urls.sessionPlan, { sessionId })} icon="edit">
            {t.prepare}
          </LinkButton>
        )}
        {!over && shown.visit.now < session.during.start && (
          <LinkButton href={to(urls.changeSession, { sessionId })} icon="calendar">
            {t.change}
          </LinkButton>
        )}
        {host?.orderId && (
          <LinkButton kind="quiet" href={to(urls.order, { orderId: host.orderId })}>
            {t.toOrder}
          </LinkButton>
        )}
      </Actions>
      {whyNotCancelled(session) === null && <CancelForm {...shown} />}
    </Section>
  )
}

/** Folded away, since it is seldom wanted; open again where it needs another look. */
function CancelForm({ data, form, formKey }: Shown<SessionData>) {
  const t = useWords(words).session
  const state = form('cancel')
  const failed = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <details open={failed}>
      <summary class="button quiet">{t.cancelTitle}</summary>
      <Form
        action={to(urls.session, { sessionId: data.session.id }, { do: 'cancel' })}
        formKey={formKey}
        state={state}
      >
        <TextField
          name={name('reason')}
          label={t.cancelWhy}
          hint={t.cancelHint}
          maxLength={300}
          required
        />
        <Button kind="danger">{t.cancel}</Button>
      </Form>
    </details>
  )
}

/** A search for people who called or use no phone, each with the seat to take for them. */
export function SignUpOthers(
  shown: Shown<SessionData> & { others: NonNullable<SessionData['others']> },
) {
  const t = useWords(words).session
  const line = useWords(signUpsWords)
  const titleOf = useTitle()
  const { session } = shown.data
  const { typed, seats } = shown.others
  return (
    <Section title={t.signUpOther} id="others">
      <p class="quietly">{t.signUpOtherHint}</p>
      <Search
        action={`${to(urls.session, { sessionId: session.id })}#others`}
        name="find"
        label={t.find}
        value={typed}
      />
      {typed !== '' && seats.length === 0 && <p>{t.nobodyFound}</p>}
      <TaskList>
        {seats.map((seat) => (
          <Task
            key={seat.personId}
            title={seat.name}
            when={seat.position === null ? undefined : line.theirPlace(seat.position)}
            action={
              <SeatButton
                {...shown}
                sessionId={session.id}
                seat={seat}
                find={typed}
                label={seat.has === 'seat' ? t.signOffThem : t.signUpThem}
              />
            }
          >
            {seat.clash && line.clash(seat.clash.who, titleOf(seat.clash))}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}

/** What happened to the session, newest first. */
export function WhatHappened({ hosting, now }: { hosting: Hosting; now: Date }) {
  const t = useWords(words).session
  const { fact: say } = useSpeech()
  return (
    <Section title={t.history}>
      <History
        items={hosting.history.map((fact) => ({
          when: <Time at={fact.at} now={now} />,
          who: fact.actor,
          what: say(fact.name),
          onBehalfOf: fact.onBehalfOf ?? undefined,
          why: fact.reason ?? undefined,
        }))}
      />
    </Section>
  )
}
