import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { optional, optionalText } from '#app/platform/http/forms.ts'
import { action, namesOf, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Empty, Facts } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { Roll, StickyActions } from '#app/ui/roll.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { en as codesEn } from '../../codes/messages.en.ts'
import { zh as codesZh } from '../../codes/messages.zh.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { saidCantCome } from '../../seats/queries.ts'
import { en as sheetsEn } from '../../sheets/messages.en.ts'
import { zh as sheetsZh } from '../../sheets/messages.zh.ts'
import { en as signUpsEn } from '../../sign-ups/messages.en.ts'
import { zh as signUpsZh } from '../../sign-ups/messages.zh.ts'
import { CallRoll, callRoll } from '../call-roll.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  findPeople,
  type RollLine as Line,
  marksOf,
  peopleNear,
  rollOf,
  rollState,
} from '../queries.ts'
import { countRoll, type Marks, type RollCounts, sendsUntil, whyNotRollCalled } from '../rules.ts'
import { RollFile } from './roll-file.tsx'
import { Lines, noteOf } from './roll-lines.tsx'
import {
  type ForPhone,
  LiveExtras,
  LiveFound,
  LiveRoll,
  LiveSearch,
  LiveStrip,
} from './roll-live.tsx'

const words = { zh, en }
const signUpsWords = { zh: signUpsZh, en: signUpsEn }
const codeWords = { zh: codesZh, en: codesEn }
const sheetWords = { zh: sheetsZh, en: sheetsEn }

const { marks } = CallRoll.shape
const RollForm = z.strictObject({
  /** The people of the list, and those who were looked for. */
  marks,
  found: marks,
  find: optionalText(40),
  show: optional(z.enum(['unit'])),
  /** Everyone of the list who is not marked yet came. */
  rest: optional(z.enum(['came'])),
})
const name = namesOf(RollForm)

type Data = {
  session: SessionRow
  counts: RollCounts
  lines: Line[]
  sought: { typed: string; lines: Line[] } | null
  /** Who said on the day that they can't come, and gave the seat back. */
  cantCome: string[]
  callerId: string | null
  whyNot: string | null
  /** What a phone is given to keep the roll; null where it can't be called. */
  phone: ForPhone | null
}

/** The host's roll: a large tap for each name, saved as often as one likes. */
export const rollPage = page<Data>({
  title: (_, language) => words[language].roll.title,
  async load(ctx, visit) {
    const session = found(await findSession(ctx, visit.params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    const typed = visit.query.get('find')?.slice(0, 40) ?? ''
    const lines = await rollOf(ctx, session, visit.query.get('show') === 'unit')
    const recorded = await marksOf(ctx, session.id)
    const whyNot = whyNotRollCalled(session, ctx.now)
    return {
      session,
      counts: countRoll(recorded.values()),
      ...(await separate(ctx, session, lines, typed)),
      cantCome: (await saidCantCome(ctx, session.id)).map((person) => person.name),
      callerId: ctx.actor.personId,
      whyNot,
      phone: whyNot === null && !visit.whole ? await forPhone(ctx, session, lines) : null,
    }
  },
  actions: {
    call: action(RollForm, async (ctx, input, visit) => {
      const sessionId = visit.params['sessionId']!
      const all = { ...(input.rest ? restCame(input.marks) : input.marks), ...input.found }
      const { written, disputed } = await callRoll(ctx, { sessionId, marks: all })
      const looksOn = input.find !== '' || input.show !== undefined
      const show = input.show ?? visit.query.get('show')
      const at = to(urls.roll, { sessionId }, { find: input.find, show })
      const going = input.find === '' ? at : `${at}#found`
      if (disputed > 0) return { to: going, done: 'roll.disputed' }
      if (written > 0) return { to: going, done: 'roll.called' }
      return looksOn ? { to: going } : { to: going, done: 'roll.unchanged' }
    }),
  },
  view: (shown) => <RollPage {...shown} />,
})

async function forPhone(ctx: Context, session: SessionRow, lines: Line[]): Promise<ForPhone> {
  const listed = lines.map(({ id }) => id)
  return {
    sessionId: session.id,
    path: to(urls.roll, { sessionId: session.id }),
    street: ctx.street,
    callerId: ctx.actor.personId,
    until: sendsUntil(session, ctx.now),
    roll: await rollState(ctx, session),
    people: await peopleNear(ctx, session, listed),
  }
}

/** Moves the people who were looked for out of the list, so that each stands on the page once. */
async function separate(ctx: Context, session: SessionRow, lines: Line[], typed: string) {
  if (typed === '') return { lines, sought: null }
  const people = await findPeople(ctx, typed, { unitId: session.unitId, within: null })
  const soughtLines = people.map(
    (person) =>
      lines.find((line) => line.id === person.id) ?? { ...person, presence: null, earlier: null },
  )
  const ids = new Set(people.map((person) => person.id))
  return {
    lines: lines.filter((line) => !ids.has(line.id)),
    sought: { typed, lines: soughtLines },
  }
}

function restCame(asked: Marks): Marks {
  return Object.fromEntries(
    Object.entries(asked).map(([personId, mark]) => [
      personId,
      (mark.presence ?? mark.seen) ? mark : { presence: 'came' as const },
    ]),
  )
}

function RollPage(shown: Shown<Data>) {
  const t = useWords(words)
  const titleOf = useTitle()
  const scanning = useWords(codeWords)
  const { session, whyNot, phone } = shown.data
  const { during } = session
  return (
    <>
      <PageHead
        title={t.roll.title}
        over={<Time at={during.start} to={during.end} now={shown.visit.now} />}
        back={{ href: to(urls.session, { sessionId: session.id }), label: titleOf(session) }}
        lead={whyNot === null ? t.roll.lead : undefined}
        actions={
          (whyNot === null || whyNot === 'session.rollTooEarly') && (
            <LinkButton href={to(urls.scan, { sessionId: session.id })}>
              {scanning.scan.title}
            </LinkButton>
          )
        }
      />
      {phone && <OpenRoll {...shown} phone={phone} />}
      {whyNot !== null && <ClosedRoll {...shown} whyNot={whyNot} />}
      <OnPaper session={session} typed={phone !== null} />
      <RollFile lines={shown.data.lines} />
    </>
  )
}

/** The same roll on paper, and the page on which a paper's ticks are typed in. */
function OnPaper({ session, typed }: { session: SessionRow; typed: boolean }) {
  const t = useWords(sheetWords).sheet
  if (session.status === 'draft') return null
  return (
    <Actions>
      <LinkButton kind="quiet" icon="printer" href={to(urls.rollSheet, { sessionId: session.id })}>
        {t.toRoll}
      </LinkButton>
      {typed && (
        <LinkButton kind="quiet" icon="edit" href={to(urls.typedRoll, { sessionId: session.id })}>
          {t.typeIn}
        </LinkButton>
      )}
    </Actions>
  )
}

function SavedSoFar({ data }: Pick<Shown<Data>, 'data'>) {
  const t = useWords(words).roll
  const { came, left_early: early, absent } = data.counts
  const unmarked = [...data.lines, ...(data.sought?.lines ?? [])].filter(
    (line) => line.presence === null,
  ).length
  if (came + early + absent === 0) return <Callout kind="waiting" title={t.nothingSaved} />
  return (
    <Callout kind="saved" title={t.saved(came, early, absent)}>
      {unmarked > 0 && <p>{t.unmarked(unmarked)}</p>}
    </Callout>
  )
}

function OpenRoll(shown: Shown<Data> & { phone: ForPhone }) {
  const t = useWords(words).roll
  const { data, visit, form, formKey } = shown
  const { session, lines, sought, cantCome } = data
  const { values } = form('call')
  return (
    <LiveRoll phone={shown.phone} now={visit.now}>
      <div data-plain>
        <SavedSoFar data={data} />
      </div>
      <Form action={postTo(visit, session.id)} formKey={formKey} state={form('call')}>
        <LiveSearch sessionId={session.id} />
        {sought && (
          <Section title={t.found} id="found">
            {sought.lines.length === 0 && <p>{t.nobodyFound(sought.typed)}</p>}
            <Roll>
              <Lines {...data} under="found" lines={sought.lines} values={values} />
            </Roll>
          </Section>
        )}
        <Section title={t.expected} aside={<span data-part="left" class="quietly" hidden />}>
          {cantCome.length > 0 && <p class="quietly">{t.cantCome(cantCome)}</p>}
          {lines.length === 0 && <p data-plain>{t.nobodyExpected}</p>}
          <div class="roll" data-part="list">
            <Lines {...data} under="marks" lines={lines} values={values} />
          </div>
          <LiveFound />
        </Section>
        <LiveExtras phone={shown.phone} now={visit.now} />
        <PlainFoot sessionId={session.id} />
        <LiveStrip />
      </Form>
    </LiveRoll>
  )
}

/** Where there is no script: the way to others, and the buttons that save. */
function PlainFoot({ sessionId }: { sessionId: string }) {
  const t = useWords(words).roll
  return (
    <>
      <div class="find" data-plain>
        <TextField
          name={name('find')}
          type="search"
          label={t.find}
          hint={t.findHint}
          maxLength={40}
          autocomplete="off"
          value=""
        />
        <Button icon="search">{t.findButton}</Button>
      </div>
      <div class="actions" data-plain>
        <Button kind="quiet" name={name('show')} value="unit">
          {t.branch}
        </Button>
        <LinkButton kind="quiet" href={to(urls.rollOpen, { sessionId })}>
          {t.toOpen}
        </LinkButton>
        <LinkButton kind="quiet" href={to(urls.closeSession, { sessionId })}>
          {t.toClose}
        </LinkButton>
      </div>
      <StickyActions>
        <Button kind="main" icon="check">
          {t.save}
        </Button>
        <Button name={name('rest')} value="came">
          {t.restCame}
        </Button>
      </StickyActions>
    </>
  )
}

/** Posts back to where one is, so that a refusal finds the same list again. */
function postTo(visit: Visit, sessionId: string): string {
  const { query } = visit
  return to(
    urls.roll,
    { sessionId },
    { do: 'call', find: query.get('find'), show: query.get('show') },
  )
}

/** A roll that can't be changed: too early, closed, or called off; what was marked stays readable. */
function ClosedRoll({ data, whyNot }: Shown<Data> & { whyNot: string }) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const marked = data.lines.filter((line) => line.presence !== null)
  return (
    <>
      <Callout kind="info" title={reason(whyNot)}>
        {data.session.status === 'cancelled' && marked.length > 0 && <p>{t.roll.kept}</p>}
      </Callout>
      {marked.length > 0 && <SavedSoFar data={{ ...data, lines: marked }} />}
      {marked.length === 0 ? (
        <NobodyMarked session={data.session} early={whyNot === 'session.rollTooEarly'} />
      ) : (
        <Facts
          items={marked.map((line) => ({
            term: line.name,
            value: [t.presences[line.presence!], noteOf(line, t)].filter(Boolean).join(' · '),
          }))}
        />
      )}
    </>
  )
}

/** Before the day the names are found where people sign up. */
function NobodyMarked({ session, early }: { session: SessionRow; early: boolean }) {
  const t = useWords(words).roll
  const signUps = useWords(signUpsWords)
  if (!early) return <Empty>{t.nothingSaved}</Empty>
  const toSignUps = (
    <LinkButton icon="seat" href={to(urls.signUps, { sessionId: session.id })}>
      {signUps.toPage}
    </LinkButton>
  )
  return <Empty action={toSignUps}>{t.onTheDay}</Empty>
}
