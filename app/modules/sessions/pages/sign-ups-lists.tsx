import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge } from '#app/ui/lists.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { whyNotSignedOff } from '../seats/rules.ts'
import { en } from '../sign-ups/messages.en.ts'
import { zh } from '../sign-ups/messages.zh.ts'
import { FillByHand } from '../waitlist/fill-by-hand.ts'
import { QuestionFields, useAnswer } from './session-questions.tsx'
import type { SignUpsData } from './sign-ups.tsx'

const words = { zh, en }
const fillName = namesOf(FillByHand)

type Listed = Shown<SignUpsData> & {
  /** Whether anything can still be done about seats. */
  acts: boolean
}
type Named = SignUpsData['names'][number]
type InLine = SignUpsData['line'][number]

const here = ({ data }: Shown<SignUpsData>, act: string) =>
  to(urls.signUps, { sessionId: data.session.id }, { do: act })

/** Who has a seat, with whom they come, and who signed them up. */
export function Names(shown: Listed) {
  const t = useWords(words)
  const { names, session } = shown.data
  const whyNot = whyNotSignedOff(session, true, shown.visit.now)
  const withChildren = session.childSeats > 0
  return (
    <DataTable
      caption={t.members(names.length)}
      exports="names"
      short
      rows={names}
      empty={<p class="quietly">{t.noNames}</p>}
      columns={[
        { key: 'name', label: t.name, names: true, cell: (each: Named) => each.name },
        { key: 'unit', label: t.unit, cell: (each) => each.unitName ?? '' },
        ...(withChildren
          ? [{ key: 'seat', label: t.seat, cell: (each: Named) => t.seatKinds[each.seat] }]
          : []),
        ...(names.some(({ withThem }) => withThem !== null)
          ? [{ key: 'with', label: t.withThem, cell: (each: Named) => t.and(each.withThem ?? []) }]
          : []),
        { key: 'by', label: t.madeBy, cell: (each) => each.madeBy ?? t.oneself },
        {
          key: 'at',
          label: t.madeAt,
          cell: (each) => <Time at={each.madeAt} now={shown.visit.now} />,
        },
        ...(shown.acts
          ? [
              {
                key: 'off',
                label: t.signOff,
                acts: true,
                cell: (each: Named) => (
                  <PostButton
                    action={here(shown, 'signOff')}
                    formKey={`${shown.formKey}${each.id}`}
                    values={{ personId: each.id }}
                    whyNot={whyNot}
                  >
                    {t.signOff}
                  </PostButton>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** What those with a seat or a place in line answered, a column for each question. */
export function Answers({ data }: Shown<SignUpsData>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const say = useAnswer()
  const { names, line, questions, answers } = data
  const people = [...names, ...line.flatMap((party) => party.people)]
  return (
    <DataTable
      caption={t.answersTitle}
      headed
      exports="answers"
      rows={people.filter(({ id }) => answers.has(id))}
      empty={<p class="quietly">{t.noAnswers}</p>}
      columns={[
        {
          key: 'name',
          label: t.name,
          names: true,
          cell: (each: { id: string; name: string }) => each.name,
        },
        ...questions.map((question) => ({
          key: `q${question.position}`,
          label: language === 'en' && question.labelEn ? question.labelEn : question.label,
          cell: (each: { id: string }) =>
            say(question, answers.get(each.id)?.get(question.position)),
        })),
      ]}
    />
  )
}

/** What someone said on the telephone, typed in by who runs the session; it replaces what stood there. */
export function AnswerForm(shown: Shown<SignUpsData>) {
  const t = useWords(words)
  const { names, line, questions } = shown.data
  const people = [...names, ...line.flatMap((party) => party.people)]
  const state = shown.form('answer')
  const failed = state.refusal !== undefined || Object.keys(state.issues).length > 0
  if (people.length === 0) return null
  return (
    <details open={failed}>
      <summary class="button plain">{t.answerFor}</summary>
      <Form id="answer" action={here(shown, 'answer')} formKey={shown.formKey} state={state}>
        <SelectField
          name="personId"
          label={t.who}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <QuestionFields questions={questions} />
        <Button>{t.saveAnswers}</Button>
      </Form>
    </details>
  )
}

/** Seats that units hold for people they have not named yet. */
export function Held({ data }: Shown<SignUpsData>) {
  const t = useWords(words)
  return (
    <DataTable
      caption={t.heldBy}
      headed
      exports="held"
      rows={data.held}
      columns={[
        {
          key: 'unit',
          label: t.unit,
          names: true,
          cell: (each) => (
            <a href={to(urls.branchSignUp, { sessionId: data.session.id }, { unit: each.unitId })}>
              {each.unitName}
            </a>
          ),
        },
        { key: 'seats', label: t.heldSeats, amount: true, cell: (each) => each.seats },
      ]}
    />
  )
}

/** The line in its order, with what is offered to whom, and the way to seat someone out of turn. */
export function Line(shown: Listed) {
  const t = useWords(words)
  const { now } = shown.visit
  const who = useWho()
  return (
    <DataTable
      caption={t.line}
      headed
      exports="line"
      rows={shown.data.line}
      empty={<p class="quietly">{t.lineNone}</p>}
      columns={[
        {
          key: 'position',
          label: t.position,
          amount: true,
          cell: (each: InLine) => each.position,
        },
        { key: 'who', label: t.who, names: true, cell: who },
        { key: 'size', label: t.size, amount: true, cell: (each) => each.seats },
        { key: 'since', label: t.since, cell: (each) => <Time at={each.askedAt} now={now} /> },
        {
          key: 'standing',
          label: t.standing,
          cell: (each) =>
            each.status === 'offered' && each.offerUntil ? (
              <Badge tone="waiting">{t.asked(each.offerUntil, now)}</Badge>
            ) : (
              t.waits
            ),
        },
        ...(shown.acts
          ? [
              {
                key: 'do',
                label: t.takeOut,
                acts: true,
                cell: (each: InLine) => (
                  <PostButton
                    action={here(shown, 'leave')}
                    formKey={`${shown.formKey}${each.id}`}
                    values={{ waitingId: each.id }}
                  >
                    {t.takeOut}
                  </PostButton>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Seats someone of the line out of turn; why is kept in the session's history. */
export function FillForm(shown: Shown<SignUpsData>) {
  const t = useWords(words)
  const who = useWho()
  const state = shown.form('fill')
  const failed = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <details open={failed}>
      <summary class="button plain">{t.fill}</summary>
      <Form id="fill" action={here(shown, 'fill')} formKey={shown.formKey} state={state}>
        <SelectField
          name={fillName('waitingId')}
          label={t.who}
          options={shown.data.line.map((each) => ({
            value: each.id,
            label: `${each.position} · ${who(each)}`,
          }))}
          required
        />
        <TextField
          name={fillName('reason')}
          label={t.fillWhy}
          hint={t.fillWhyHint}
          maxLength={300}
          required
        />
        <Button>{t.fillIt}</Button>
      </Form>
    </details>
  )
}

/** Who stands at a place in the line: names, or a unit with so many seats. */
function useWho(): (party: InLine) => string {
  const t = useWords(words)
  return ({ unitId, unitName, unnamed, people }) =>
    unitId === null ? t.and(people.map(({ name }) => name)) : t.unnamedFor(unitName ?? '', unnamed)
}
