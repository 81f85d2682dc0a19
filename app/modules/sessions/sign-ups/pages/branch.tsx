import { z } from 'zod'
import { unitsOf } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CheckboxGroup, NumberField, SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { Search } from '#app/ui/search.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { Pager } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayHoldSeats } from '../../access.ts'
import { en as listsEn } from '../../lists/messages.en.ts'
import { zh as listsZh } from '../../lists/messages.zh.ts'
import { findSession, type SessionRow, shownTo } from '../../queries.ts'
import { HoldSeats, holdSeats } from '../../seats/hold-seats.ts'
import { nameSeats } from '../../seats/name-seats.ts'
import { heldBy } from '../../seats/queries.ts'
import { whyNotOpen } from '../../seats/rules.ts'
import { SignUpList, signUpList } from '../../seats/sign-up-list.ts'
import { SignUpParty, signUpParty } from '../../seats/sign-up-party.ts'
import { seatsWaitedFor, unitInLine } from '../../waitlist/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { membersFor, membersOnPage } from '../queries.ts'

const words = { zh, en }
const listWords = { zh: listsZh, en: listsEn }
const Ticked = SignUpList.omit({ sessionId: true }).extend({ unitId: z.uuid() })
const ticked = namesOf(Ticked)
const Together = SignUpParty.omit({ sessionId: true }).extend({ unitId: z.uuid() })
const Held = HoldSeats.omit({ sessionId: true })
const held = namesOf(Held)

type Data = {
  session: SessionRow
  units: { id: string; name: string }[]
  unit: { id: string; name: string }
  typed: string
  page: number
  members: Awaited<ReturnType<typeof membersFor>>['members']
  total: number
  /** Seats without names: those the unit has, and those it waits for. */
  seats: { held: number; waiting: number }
  waiting: number
}

/** Signs up people of a unit for a session: by name from a list, or so many seats to be named later. */
export const branchPage = page<Data>({
  title: (_, language) => words[language].branchTitle,
  async load(ctx, visit) {
    const session = found(shownTo(ctx.actor, await findSession(ctx, visit.params['sessionId']!)))
    const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    const units = await unitsOf(ctx, scope.unitIds)
    const wanted = visit.query.get('unit') ?? ''
    const unit = units.find(({ id }) => id === wanted) ?? ownUnit(ctx, units)
    authorise(unit !== undefined && mayHoldSeats(ctx.actor, unit.id, session))
    const typed = visit.query.get('find')?.slice(0, 40) ?? ''
    const at = Math.max(1, Number.parseInt(visit.query.get('page') ?? '1', 10) || 1)
    const { members, total } = await membersFor(ctx, session, { unitId: unit!.id, typed, page: at })
    const waits = await unitInLine(ctx, session.id, unit!.id)
    return {
      session,
      units,
      unit: unit!,
      typed,
      page: at,
      members,
      total,
      seats: {
        held: await heldBy(ctx, session.id, unit!.id),
        waiting: waits?.unnamed ?? 0,
      },
      waiting: await seatsWaitedFor(ctx, session.id),
    }
  },
  actions: {
    signUp: action(Ticked, async (ctx, { personIds, unitId }, visit) => {
      const { waiting } = await signUpList(ctx, {
        sessionId: visit.params['sessionId']!,
        personIds,
      })
      const done = waiting > 0 ? 'signUp.somePlaced' : 'signUp.listed'
      return { to: here(visit, unitId), done }
    }),
    together: action(Together, async (ctx, { personIds, unitId }, visit) => {
      const place = await signUpParty(ctx, { sessionId: visit.params['sessionId']!, personIds })
      return { to: here(visit, unitId), done: place.seated ? 'signUp.listed' : 'line.joinedFor' }
    }),
    name: action(Ticked, async (ctx, { personIds, unitId }, visit) => {
      await nameSeats(ctx, { sessionId: visit.params['sessionId']!, unitId, personIds })
      return { to: here(visit, unitId), done: 'seats.named' }
    }),
    hold: action(Held, async (ctx, input, visit) => {
      const { position } = await holdSeats(ctx, { ...input, sessionId: visit.params['sessionId']! })
      const done = input.seats === 0 ? 'seats.givenBack' : 'seats.held'
      return { to: here(visit, input.unitId), done: position === null ? done : 'seats.heldInLine' }
    }),
  },
  view: (shown) => <Branch {...shown} />,
})

const here = ({ params }: Visit, unit: string) =>
  to(urls.branchSignUp, { sessionId: params['sessionId']! }, { unit })

/** The unit that someone runs themselves rather than one below it. */
function ownUnit(ctx: Context, units: readonly { id: string; name: string }[]) {
  const own = ctx.actor.appointments.filter(({ role }) =>
    [...officeRoles, ...unitRoles].some((each) => each === role),
  )
  return units.find(({ id }) => own.some(({ unitId }) => unitId === id)) ?? units[0]
}

function Branch(shown: Shown<Data>) {
  const t = useWords(words)
  const ofLists = useWords(listWords).lists
  const title = useTitle()
  const { session, units, unit, waiting } = shown.data
  const at = { sessionId: session.id }
  const free = Math.max(0, session.seats - session.taken)
  const refusal = shown.form('name').refusal
  return (
    <>
      <PageHead
        title={t.branchTitle}
        over={title(session)}
        lead={`${t.branchLead} ${t.freeSeats(free, session.seats, waiting)}`}
        back={{ href: to(urls.session, at), label: t.back }}
        actions={<LinkButton href={to(urls.signUpLists, at)}>{ofLists.title}</LinkButton>}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {units.length > 1 && (
        <Form method="get" action={to(urls.branchSignUp, at)}>
          <SelectField
            name="unit"
            label={t.branchUnit}
            blank={false}
            value={unit.id}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button>{t.showUnit}</Button>
        </Form>
      )}
      <Section title={unit.name} aside={t.members(shown.data.total)}>
        <Members {...shown} />
      </Section>
      <Section title={t.hold}>
        <Hold {...shown} />
      </Section>
    </>
  )
}

function Members(shown: Shown<Data>) {
  const t = useWords(words)
  const { session, unit, typed, page: at, members, total } = shown.data
  const own = { sessionId: session.id }
  const pages = Math.ceil(total / membersOnPage)
  return (
    <>
      <Search
        action={to(urls.branchSignUp, own)}
        name="find"
        label={t.findMember}
        value={typed}
        kept={{ unit: unit.id }}
      />
      {members.length === 0 ? (
        <p>{typed === '' ? t.noMembers : t.nobodyFound}</p>
      ) : (
        <TickedForm {...shown} />
      )}
      {pages > 1 && (
        <Pager
          page={at}
          pages={pages}
          total={total}
          href={(page) => to(urls.branchSignUp, own, { unit: unit.id, find: typed, page })}
        />
      )}
    </>
  )
}

function TickedForm({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const title = useTitle()
  const { session, unit, members, seats } = data
  const at = { sessionId: session.id }
  const signing = form('signUp')
  const naming = form('name')
  const together = form('together')
  const state =
    [{ ...naming, refusal: undefined }, together].find(
      ({ values }) => Object.keys(values).length > 0,
    ) ?? signing
  return (
    <Form action={to(urls.branchSignUp, at, { do: 'signUp' })} formKey={formKey} state={state}>
      <input type="hidden" name={ticked('unitId')} value={unit.id} />
      <CheckboxGroup
        name={ticked('personIds')}
        label={t.tick}
        hint={t.tickHint}
        options={members.map((member) => ({
          value: member.id,
          label: member.tail ? `${member.name} …${member.tail}` : member.name,
          hint: member.has
            ? t.has[member.has]
            : member.clash !== null
              ? t.memberClash(title({ title: member.clash, titleEn: member.clashEn ?? '' }))
              : undefined,
          // Who is in line may sit down on a seat that the unit holds.
          disabled: member.has === 'seat' || (member.has === 'place' && seats.held === 0),
        }))}
      />
      <Button
        kind={seats.held > 0 ? 'plain' : 'main'}
        whyNot={whyNotOpen(session, false, visit.now)}
      >
        {t.signUpTicked}
      </Button>
      <Button
        formAction={to(urls.branchSignUp, at, { do: 'together' })}
        whyNot={whyNotOpen(session, false, visit.now)}
      >
        {t.signUpTogether}
      </Button>
      {seats.held > 0 && (
        <Button kind="main" formAction={to(urls.branchSignUp, at, { do: 'name' })}>
          {t.nameTicked(seats.held)}
        </Button>
      )}
    </Form>
  )
}

function Hold({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { session, unit, seats } = data
  return (
    <>
      <p>
        {seats.held > 0 ? t.held(seats.held) : t.heldNone}
        {seats.waiting > 0 && ` ${t.heldWaiting(seats.waiting)}`}
      </p>
      <Form
        id="hold"
        action={to(urls.branchSignUp, { sessionId: session.id }, { do: 'hold' })}
        formKey={`${formKey}h`}
        state={form('hold')}
      >
        <input type="hidden" name={held('unitId')} value={unit.id} />
        <NumberField
          name={held('seats')}
          label={t.holdSeats}
          hint={t.holdHint}
          unit={t.seatsUnit}
          min={0}
          max={500}
          value={String(seats.held + seats.waiting)}
          required
        />
        <Button>{t.holdIt}</Button>
      </Form>
    </>
  )
}
