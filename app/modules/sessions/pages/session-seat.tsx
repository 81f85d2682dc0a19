import type { Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { CheckboxGroup, FieldGroup } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as sessionEn } from '../messages.en.ts'
import { zh as sessionZh } from '../messages.zh.ts'
import { answersUntil } from '../questions/rules.ts'
import { isOnTheDay, whyNotOpen } from '../seats/rules.ts'
import { en } from '../sign-ups/messages.en.ts'
import { zh } from '../sign-ups/messages.zh.ts'
import type { SessionData } from './session-data.tsx'
import { QuestionFields } from './session-questions.tsx'
import type { Attendee, Joining, Party, Seat } from './session-seat-data.tsx'

const words = { zh, en }
const sessionWords = { zh: sessionZh, en: sessionEn }

type Own = Shown<SessionData> & { joining: Joining }

/** The reader's own seat and those of their children, with the one thing to do about them. */
export function OwnSeats(shown: Shown<SessionData>) {
  const t = useWords(sessionWords).session
  const { joining } = shown.data
  if (!joining)
    return (
      <>
        <HowFull {...shown} />
        <Actions>
          <LinkButton kind="main" href={to(urls.signIn, null, { from: shown.visit.here })}>
            {t.signInFirst}
          </LinkButton>
        </Actions>
      </>
    )
  const own = { ...shown, joining }
  const [offered, waiting] = [true, false].map((is) =>
    joining.parties.filter(({ offerUntil }) => (offerUntil !== null) === is),
  )
  const seated = joining.people.filter(({ has }) => has === 'seat')
  const free = joining.people.filter(({ has }) => has === null)
  return (
    <>
      <Clashes {...own} />
      {offered!.map((party) => (
        <Offer key={party.waitingId} {...own} party={party} />
      ))}
      {seated.length > 0 && <Seated {...own} seated={seated} />}
      {waiting!.map((party) => (
        <InLine key={party.waitingId} {...own} party={party} />
      ))}
      <OwnAnswers {...own} people={joining.people.filter(({ has }) => has !== null)} />
      {free.length > 0 && <SignUpForm {...own} free={free} />}
    </>
  )
}

/** How people are called to the reader: oneself first, as "you". */
function useNames(): (people: readonly Attendee[]) => string {
  const t = useWords(words)
  return (people) => t.and(people.map(({ isSelf, name }) => (isSelf ? t.you : name)))
}

function Clashes({ joining }: Own) {
  const t = useWords(words)
  const titleOf = useTitle()
  return joining.people.flatMap((person) =>
    joining.clashes
      .filter(({ personId }) => personId === person.personId)
      .slice(0, 1)
      .map((clash) => (
        <Callout
          key={person.personId}
          kind="warning"
          title={t.clash(person.isSelf ? t.you : person.name, titleOf(clash))}
        />
      )),
  )
}

/** Seats are kept for a while: yes or no, by one tap each. */
function Offer({ party, data, visit, formKey }: Own & { party: Party }) {
  const t = useWords(words)
  const names = useNames()
  const at = { sessionId: data.session.id }
  const values = { waitingId: party.waitingId }
  return (
    <Callout kind="waiting" title={t.offered(party.partySize)}>
      <p>
        {party.people.length > 1 || !party.people[0]?.isSelf
          ? t.offeredFor(names(party.people))
          : ''}
        {t.offerUntil(party.offerUntil!, visit.now)}
      </p>
      <Actions>
        <PostButton
          action={to(urls.session, at, { do: 'accept' })}
          formKey={formKey}
          values={values}
          kind="main"
        >
          {party.partySize > 1 ? t.acceptFor : t.accept}
        </PostButton>
        <PostButton
          action={to(urls.session, at, { do: 'decline' })}
          formKey={`${formKey}no`}
          values={values}
        >
          {t.decline}
        </PostButton>
      </Actions>
    </Callout>
  )
}

/** Where people stand in the line, and why they have no seat yet. */
function InLine({ party, data, formKey }: Own & { party: Party }) {
  const t = useWords(words)
  const names = useNames()
  const { session, full } = data
  const alone = party.people.length === 1 && party.people[0]!.isSelf
  return (
    <Callout kind="info" title={t.inLine(party.position)}>
      {!alone && <p>{t.lineFor(names(party.people))}</p>}
      {party.whyWaiting && (
        <p>{t.why[party.whyWaiting](party.seatsAhead, full.free, party.partySize)}</p>
      )}
      <p class="quietly">{t.noNight}</p>
      <PostButton
        action={to(urls.session, { sessionId: session.id }, { do: 'leave' })}
        formKey={formKey}
        values={{ waitingId: party.waitingId }}
        kind="quiet"
      >
        {t.leave}
      </PostButton>
    </Callout>
  )
}

/** Who has a seat, with the way to give it back; on the day itself it says that they can't come. */
function Seated({ seated, data, visit, formKey }: Own & { seated: Attendee[] }) {
  const t = useWords(words)
  const names = useNames()
  const { session } = data
  const today = isOnTheDay(session, visit.now)
  const watched = session.format === 'stream'
  const say = ({ isSelf, name }: Attendee) => {
    if (isSelf) return today ? t.cantCome : t.giveBack
    return today ? t.cantComeFor(name) : t.giveBackFor(name)
  }
  return (
    <Callout kind="saved" title={t.seated(names(seated))}>
      <p>{today ? t.cantComeText : watched ? t.seatedStreamText : t.seatedText}</p>
      <Actions>
        {seated.map((person) => (
          <PostButton
            key={person.personId}
            action={to(urls.session, { sessionId: session.id }, { do: 'signOff' })}
            formKey={`${formKey}${person.isSelf ? '' : person.personId}`}
            values={{ personId: person.personId }}
            whyNot={person.whyNot}
          >
            {say(person)}
          </PostButton>
        ))}
      </Actions>
    </Callout>
  )
}

/** What people with a seat or a place answered; it can be changed until sign-up closes. */
function OwnAnswers({ people, joining, data, visit, form, formKey }: Own & { people: Attendee[] }) {
  const t = useWords(words)
  const { questions, answers } = joining
  const state = form('answer')
  if (questions.length === 0 || answersUntil(data.session) <= visit.now) return null
  const typedFor = state.values['personId']
  return people.map(({ personId, isSelf, name }) => {
    const failed = typedFor === personId
    return (
      <details key={personId} open={failed}>
        <summary class="button quiet">{isSelf ? t.myAnswers : t.answersOf(name)}</summary>
        <Form
          id={`answers-${personId}`}
          action={to(urls.session, { sessionId: data.session.id }, { do: 'answer' })}
          formKey={formKey}
          state={failed ? state : undefined}
        >
          <input type="hidden" name="personId" value={personId} />
          <p class="quietly">{t.asksOnly}</p>
          <QuestionFields questions={questions} answers={answers.get(personId)} />
          <Button>{t.saveAnswers}</Button>
        </Form>
      </details>
    )
  })
}

/** The one form for oneself and one's children, with what the organiser asks. */
function SignUpForm(shown: Own & { free: Attendee[] }) {
  const t = useWords(words)
  const { free, joining, data, form, formKey } = shown
  const { session, full } = data
  const family = joining.people.length > 1
  const [first] = free
  const { questions } = joining
  const able = free.filter(({ whyNot }) => whyNot === null)
  const queues = full.free === 0 || full.waiting > 0
  const alone = !family && first!.isSelf
  const whyNot = able.length > 0 ? null : first!.whyNot
  return (
    <>
      <HowFull {...shown} />
      <Form
        action={to(urls.session, { sessionId: session.id }, { do: 'signUp' })}
        formKey={formKey}
        state={isForCaller(shown) ? undefined : form('signUp')}
      >
        {!family && <input type="hidden" name="personId" value={first!.personId} />}
        {family && able.length > 0 && (
          <>
            <input type="hidden" name="personIds" value="" />
            <WhoGoes people={joining.people} />
          </>
        )}
        {questions.length > 0 && able.length > 0 && (
          <FieldGroup legend={t.answers} hint={family ? t.answersForAll : t.asksOnly}>
            <input type="hidden" name="asks" value="yes" />
            <QuestionFields questions={questions} answers={joining.answers.get(first!.personId)} />
          </FieldGroup>
        )}
        <Button kind={data.host ? 'plain' : 'main'} whyNot={whyNot}>
          {queues ? t.queue : alone ? t.signUp : t.signUpThem}
        </Button>
      </Form>
    </>
  )
}

function WhoGoes({ people }: { people: readonly Attendee[] }) {
  const t = useWords(words)
  const tickable = people.filter(({ has, whyNot }) => has === null && whyNot === null)
  return (
    <CheckboxGroup
      name="personIds"
      label={t.whoGoes}
      hint={t.whoGoesHint}
      value={tickable.filter(({ isSelf }) => isSelf).map(({ personId }) => personId)}
      options={people.map(({ personId, name, has, whyNot }) => ({
        value: personId,
        label: name,
        hint: has ? t.has[has] : undefined,
        disabled: has !== null || whyNot !== null,
      }))}
    />
  )
}

/** When sign-up is open, how many wait, and for whom the seats left are. */
function HowFull({ data, visit }: Shown<SessionData>) {
  const t = useWords(words)
  const open = useWords(sessionWords).session.open
  const { session, full } = data
  const { opensAt, closesAt } = session
  const family = data.joining?.people.filter(({ has }) => has === null).length ?? 0
  const notOpen = whyNotOpen(session, false, visit.now)
  if (opensAt && visit.now < opensAt) return <p>{t.opens(opensAt, visit.now)}</p>
  if (notOpen) return null
  const grownUps = full.free - full.childFree
  const said =
    full.free === 0 || full.waiting > 0
      ? t.full(full.waiting)
      : grownUps === 0
        ? t.childrensLeft
        : family > full.free
          ? t.fewLeft(full.free)
          : open
  return (
    <div>
      <p>{said}</p>
      {closesAt && <p class="quietly">{t.closes(closesAt, visit.now)}</p>}
    </div>
  )
}

/** Whether what was just posted was to sign up someone who called. */
export function isForCaller({ data, form }: Shown<SessionData>): boolean {
  const { personId } = form('signUp').values
  return personId !== undefined && !data.joining?.people.some((each) => each.personId === personId)
}

type SeatButtonProps = {
  sessionId: string
  seat: Seat
  label: string
  formKey: string
  /** What was looked for, to come back to. */
  find?: string | undefined
}

/** Takes a seat for someone who called, or gives it back. */
export function SeatButton({ sessionId, seat, label, formKey, find }: SeatButtonProps) {
  const act = seat.has === 'seat' ? 'signOff' : 'signUp'
  return (
    <PostButton
      action={to(urls.session, { sessionId }, { do: act, find: find ?? null })}
      formKey={formKey}
      values={{ personId: seat.personId }}
      whyNot={seat.whyNot}
    >
      {label}
    </PostButton>
  )
}
