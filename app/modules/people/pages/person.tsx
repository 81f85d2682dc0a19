import { z } from 'zod'
import { unitsOf } from '#app/modules/organisation/queries.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf, yearsBetween } from '#app/platform/time.ts'
import { Actions, LinkButton, PostButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Facts, History } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import {
  isSelf,
  mayLookAfter,
  mayRunOffice,
  maySeePerson,
  officeRoles,
  scopeOf,
} from '../access.ts'
import { Appoint, appoint } from '../appoint.ts'
import { EndAppointment, endAppointment } from '../end-appointment.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  allWithUnits,
  appointmentsOf,
  contactsOpen,
  familyOf,
  findPerson,
  type HistoryRow,
  historyOf,
  type Relative,
} from '../queries.ts'
import { sayDialect } from '../rules.ts'
import { seeContacts } from '../see-contacts.ts'
import { Appointments } from './appointments.tsx'

const words = { zh, en }

type PersonData = {
  person: NonNullable<Awaited<ReturnType<typeof findPerson>>>
  homeUnit: string | null
  appointments: Awaited<ReturnType<typeof appointmentsOf>>
  family: Relative[]
  history: HistoryRow[]
  contactOpen: boolean
  looksAfter: boolean
  /** Where a role can be given, for those who may. */
  units: { id: string; name: string }[]
}

/** A person, for the person and for whoever looks after them; for all others there is no such page. */
export const personPage = page<PersonData>({
  title: (data) => data.person.name,
  async load(ctx, { params }) {
    const personId = params['personId']!
    const [withUnits] = await allWithUnits(ctx, [personId])
    const { unitIds } = found(withUnits)
    found(maySeePerson(ctx.actor, { id: personId, unitIds }) || null)
    const person = found(await findPerson(ctx, personId))
    const looksAfter = mayLookAfter(ctx.actor, unitIds)
    const office = mayRunOffice(ctx.actor)
    const atHome = person.homeUnitId === null ? [] : await unitsOf(ctx, [person.homeUnitId])
    return {
      person,
      homeUnit: atHome[0]?.name ?? null,
      appointments: await appointmentsOf(ctx, personId),
      family: await familyOf(ctx, personId),
      history: looksAfter ? await historyOf(ctx, personId) : [],
      contactOpen:
        isSelf(ctx.actor, personId) || (await contactsOpen(ctx, [personId])).has(personId),
      looksAfter,
      units: office ? await unitsOf(ctx, scopeOf(ctx.actor, officeRoles).unitIds) : [],
    }
  },
  actions: {
    contact: action(z.strictObject({}), async (ctx, _, { params }) => {
      const personId = params['personId']!
      await seeContacts(ctx, { personIds: [personId] })
      return { to: to(urls.person, { personId }), done: 'contact.opened' }
    }),
    appoint: action(Appoint, async (ctx, input) => {
      await appoint(ctx, input)
      const { personId } = input
      return { to: to(urls.person, { personId }), done: 'person.appointed' }
    }),
    endAppointment: action(EndAppointment, async (ctx, input, { params }) => {
      await endAppointment(ctx, input)
      const personId = params['personId']!
      return { to: to(urls.person, { personId }), done: 'appointment.ended' }
    }),
  },
  view: (shown) => <Person {...shown} />,
})

function Person(shown: Shown<PersonData>) {
  const t = useWords(words).person
  const { person, looksAfter, history } = shown.data
  const mayRecall = looksAfter && !isSelf(shown.visit.reader.actor, person.id)
  const back = looksAfter ? { href: urls.people, label: t.toList } : undefined
  return (
    <>
      <PageHead title={person.name} back={back} />
      <About {...shown} />
      <Contact {...shown} />
      <Actions>
        {mayRecall && (
          <LinkButton href={to(urls.recallFor, { personId: person.id })} icon="book">
            {t.recall}
          </LinkButton>
        )}
        <LinkButton href={to(urls.privacy, null, { person: person.id })} icon="user">
          {t.data}
        </LinkButton>
      </Actions>
      <Section title={t.appointments}>
        <Appointments {...shown} />
      </Section>
      <Family {...shown} />
      {history.length > 0 && (
        <Section title={t.history}>
          <PersonHistory history={history} now={shown.visit.now} />
        </Section>
      )}
    </>
  )
}

function About({ data: { person, homeUnit }, visit }: Shown<PersonData>) {
  const w = useWords(words)
  const t = w.person
  const { language } = useSpeech()
  const age = person.bornOn && w.age(yearsBetween(person.bornOn, dayOf(visit.now)))
  const day = (on: string) => sayDay(on, language, visit.now)
  const known = [
    { term: t.homeUnit, value: homeUnit },
    { term: t.gender, value: person.gender && t.genders[person.gender] },
    { term: t.born, value: person.bornOn && `${day(person.bornOn)} · ${age}` },
    { term: t.dialect, value: person.dialect && sayDialect(w.dialects, person.dialect) },
    { term: t.mobility, value: person.homebound ? t.homebound : t.outdoors },
    { term: t.joinedParty, value: person.joinedPartyOn && day(person.joinedPartyOn) },
    { term: t.reach, value: w.reach[person.reach] },
  ]
  return <Facts items={known.filter(({ value }) => value)} />
}

function Contact({ data, formKey }: Shown<PersonData>) {
  const t = useWords(words).person
  const { person, contactOpen } = data
  const here = { personId: person.id }
  return (
    <Section title={t.contact}>
      {person.phone === null && <p>{t.noPhone}</p>}
      {person.phone !== null && contactOpen && (
        <Facts
          items={[{ term: t.phone, value: <a href={`tel:${person.phone}`}>{person.phone}</a> }]}
        />
      )}
      {person.phone !== null && !contactOpen && (
        <>
          <p>{t.openContactHelp}</p>
          <PostButton
            action={to(urls.person, here, { do: 'contact' })}
            formKey={`${formKey}contact`}
            icon="phone"
          >
            {t.openContact}
          </PostButton>
        </>
      )}
    </Section>
  )
}

const adult = 18

function Family({ data, visit }: Shown<PersonData>) {
  const t = useWords(words).person
  const { person, family, looksAfter } = data
  const age = person.bornOn === null ? adult : yearsBetween(person.bornOn, dayOf(visit.now))
  const mayName = looksAfter && age < adult
  if (family.length === 0 && !mayName) return null
  return (
    <Section title={t.family}>
      {family.length === 0 && <p>{t.noGuardian}</p>}
      <Facts
        items={family.map((relative) => ({
          term: relative.is === 'child' ? t.childOf : t.guardianOf,
          value: looksAfter ? (
            <a href={to(urls.person, { personId: relative.id })}>{relative.name}</a>
          ) : (
            relative.name
          ),
        }))}
      />
      {mayName && (
        <LinkButton href={to(urls.people, null, { guardianOf: person.id })}>
          {t.nameGuardian}
        </LinkButton>
      )}
    </Section>
  )
}

function PersonHistory({ history, now }: { history: HistoryRow[]; now: Date }) {
  const t = useWords(words).person
  const { fact } = useSpeech()
  return (
    <History
      items={history.map((row) => ({
        when: <Time at={row.at} now={now} />,
        who: row.actor === '' ? t.program : row.actor,
        what: fact(row.name),
        onBehalfOf: row.onBehalfOf ?? undefined,
        why: row.reason ?? undefined,
      }))}
    />
  )
}
