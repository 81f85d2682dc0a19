import { z } from 'zod'
import { authorise, found, refuseFaults } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../access.ts'
import { en as listsEn } from '../lists/messages.en.ts'
import { zh as listsZh } from '../lists/messages.zh.ts'
import { findSession, type SessionRow } from '../queries.ts'
import { AnswersInput, answerOnSignUp } from '../questions/answer-on-sign-up.ts'
import { answersTo, questionsOf } from '../questions/queries.ts'
import { CancelSignUp, cancelSignUp } from '../seats/cancel-sign-up.ts'
import { DealSeats, dealSeats } from '../seats/deal-seats.ts'
import { unnamedSeatsOf } from '../seats/queries.ts'
import { setSignUpTimes } from '../seats/set-sign-up-times.ts'
import { en } from '../sign-ups/messages.en.ts'
import { zh } from '../sign-ups/messages.zh.ts'
import { signedUpFor } from '../sign-ups/queries.ts'
import { FillByHand, fillByHand } from '../waitlist/fill-by-hand.ts'
import { LeaveLine, leaveLine } from '../waitlist/leave-line.ts'
import { lineOf } from '../waitlist/queries.ts'
import { AnswerForm, Answers, FillForm, Held, Line, Names } from './sign-ups-lists.tsx'
import { type Moment, Questions, SeatsForm, TimesForm, TimesHere } from './sign-ups-settings.tsx'

const words = { zh, en }
const listWords = { zh: listsZh, en: listsEn }

const Answered = z.strictObject({ personId: z.uuid(), answers: AnswersInput.default({}) })

export type SignUpsData = {
  session: SessionRow
  names: Awaited<ReturnType<typeof signedUpFor>>
  held: Awaited<ReturnType<typeof unnamedSeatsOf>>
  line: Awaited<ReturnType<typeof lineOf>>
  questions: Awaited<ReturnType<typeof questionsOf>>
  answers: Awaited<ReturnType<typeof answersTo>>
}

/** For who runs a session: who has a seat, who waits, what they answered, and how seats are given. */
export const signUpsPage = page<SignUpsData>({
  title: (_, language) => words[language].pageTitle,
  async load(ctx, { params }) {
    const session = found(await findSession(ctx, params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    return {
      session,
      names: await signedUpFor(ctx, session.id),
      held: await unnamedSeatsOf(ctx, session.id),
      line: await lineOf(ctx, session.id),
      questions: await questionsOf(ctx, session.id),
      answers: await answersTo(ctx, session.id),
    }
  },
  actions: {
    signOff: action(CancelSignUp.omit({ sessionId: true }), async (ctx, input, { params }) => {
      await cancelSignUp(ctx, { ...input, sessionId: params['sessionId']! })
      return { to: here(params), done: 'session.signedOff' }
    }),
    fill: action(FillByHand, async (ctx, input, { params }) => {
      await fillByHand(ctx, input)
      return { to: here(params), done: 'line.filledByHand' }
    }),
    leave: action(LeaveLine, async (ctx, input, { params }) => {
      await leaveLine(ctx, input)
      return { to: here(params), done: 'line.left' }
    }),
    answer: action(Answered, async (ctx, { personId, answers }, { params }) => {
      const sessionId = params['sessionId']!
      await answerOnSignUp(ctx, { sessionId, personIds: [personId], answers })
      return { to: here(params), done: 'questions.answered' }
    }),
    deal: action(DealSeats.omit({ sessionId: true }), async (ctx, input, { params }) => {
      await dealSeats(ctx, { ...input, sessionId: params['sessionId']! })
      return { to: here(params), done: 'session.seatsDealt' }
    }),
    times: action(TimesHere, async (ctx, { opens, closes }, { params }) => {
      refuseFaults({ ...halfOf('opens', opens), ...halfOf('closes', closes) })
      const times = { opensAt: momentOf(opens), closesAt: momentOf(closes) }
      await setSignUpTimes(ctx, { ...times, sessionId: params['sessionId']! })
      return { to: here(params), done: 'session.signUpTimed' }
    }),
  },
  view: (shown) => <SignUps {...shown} />,
})

const here = (params: Readonly<Record<string, string>>) =>
  to(urls.signUps, { sessionId: params['sessionId']! })

/** What is wrong with a moment of which only the day or only the time was given. */
function halfOf(name: string, { date, from }: Moment): Record<string, string> {
  return (date === undefined) === (from === undefined) ? {} : { [name]: 'signUp.timeMissing' }
}

function momentOf({ date, from }: Moment): string | undefined {
  return date && from ? `${date}T${from}` : undefined
}

function SignUps(shown: Shown<SignUpsData>) {
  const t = useWords(words)
  const ofLists = useWords(listWords).lists
  const titleOf = useTitle()
  const { session, held, line, questions } = shown.data
  const byButtons = ['signOff', 'leave'].map((each) => shown.form(each).refusal)
  const refusal = byButtons.find((each) => each !== undefined)
  const open = session.status === 'scheduled' && session.during.start > shown.visit.now
  return (
    <>
      <PageHead
        title={t.pageTitle}
        over={titleOf(session)}
        lead={<HowMany {...shown} />}
        back={{ href: to(urls.session, { sessionId: session.id }), label: t.back }}
        actions={
          open && (
            <LinkButton href={to(urls.signUpLists, { sessionId: session.id })}>
              {ofLists.title}
            </LinkButton>
          )
        }
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      <Section title={t.line}>
        <Line {...shown} acts={open} />
        {open && line.length > 0 && <FillForm {...shown} />}
      </Section>
      {held.length > 0 && (
        <Section title={t.heldBy}>
          <Held {...shown} />
        </Section>
      )}
      {open && (
        <Section title={t.settings}>
          <SeatsForm {...shown} />
          <TimesForm {...shown} />
          <Questions {...shown} />
        </Section>
      )}
      {questions.length > 0 && (
        <Section title={t.answersTitle}>
          <Answers {...shown} />
          {open && <AnswerForm {...shown} />}
        </Section>
      )}
      <Section title={t.names}>
        <Names {...shown} acts={open} />
      </Section>
    </>
  )
}

/** Where every seat is: named, held, being offered, or free. */
function HowMany({ data }: Shown<SignUpsData>) {
  const t = useWords(words)
  const { session, names, held, line } = data
  const sum = (all: readonly { seats: number }[]) => all.reduce((so, { seats }) => so + seats, 0)
  const offered = sum(line.filter(({ status }) => status === 'offered'))
  const waiting = sum(line.filter(({ status }) => status === 'waiting'))
  const free = Math.max(0, session.seats - session.taken)
  const said = [
    `${t.seats} ${session.seats}`,
    `${t.taken} ${names.length}`,
    session.childSeats > 0 && t.ofChildren(session.childTaken, session.childSeats),
    held.length > 0 && `${t.unnamed} ${sum(held)}`,
    offered > 0 && `${t.offeredSeats} ${offered}`,
    `${t.freeOf} ${free}`,
    waiting > 0 && `${t.inLineNow} ${waiting}`,
  ]
  return said.filter(Boolean).join(' · ')
}
