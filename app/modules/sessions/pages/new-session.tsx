import { unitsOf, venues } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf } from '#app/modules/people/access.ts'
import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button } from '#app/ui/button.tsx'
import {
  CheckboxField,
  CheckboxGroup,
  DateTimeField,
  FieldGroup,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayScheduleSessions } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PlanSession, planSession } from '../plan-session.ts'
import { hostsAndVisitors } from '../queries.ts'
import { en as resourcesEn } from '../resources/messages.en.ts'
import { zh as resourcesZh } from '../resources/messages.zh.ts'

const words = { zh, en }
const resourceWords = { zh: resourcesZh, en: resourcesEn }
const name = namesOf(PlanSession)

type Data = {
  units: Awaited<ReturnType<typeof unitsOf>>
  venues: Awaited<ReturnType<typeof venues>>
  strands: Awaited<ReturnType<typeof strandsOf>>
  people: Awaited<ReturnType<typeof hostsAndVisitors>>
}

/** The office plans a session of its own, without an order: a class, an exhibition, a round of visits. */
export const newSessionPage = page<Data>({
  title: (_, language) => words[language].plan.newTitle,
  async load(ctx) {
    authorise(mayScheduleSessions(ctx.actor))
    const season = await currentSeason(ctx)
    return {
      units: await unitsOf(ctx, scopeOf(ctx.actor, officeRoles).unitIds),
      venues: await venues(ctx),
      strands: season ? await strandsOf(ctx, season.id) : [],
      people: await hostsAndVisitors(ctx),
    }
  },
  actions: {
    plan: action(PlanSession, async (ctx, input) => {
      const session = await planSession(ctx, input)
      return { to: to(urls.sessionPlan, { sessionId: session.id }), done: 'session.planned' }
    }),
  },
  view: (shown) => <NewSession {...shown} />,
})

function NewSession({ data, visit, form, formKey }: Shown<Data>) {
  const all = useWords(words)
  const t = all.plan
  const { kinds } = useWords(resourceWords)
  const { language } = useSpeech()
  const options = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <>
      <PageHead
        title={t.newTitle}
        lead={t.newLead}
        back={{ href: urls.sessions, label: all.session.back }}
      />
      <Form
        action={to(urls.newSession, null, { do: 'plan' })}
        formKey={formKey}
        state={form('plan')}
      >
        <TextField name={name('title')} label={t.title} maxLength={80} required />
        <TextField name={name('titleEn')} label={t.titleEn} maxLength={120} />
        <SelectField
          name={name('format')}
          label={t.format}
          hint={t.formatHint}
          options={options(all.formats)}
          required
        />
        <SelectField
          name={name('strandCode')}
          label={t.strand}
          options={data.strands.map((strand) => ({
            value: strand.code,
            label: language === 'en' ? strand.nameEn : strand.name,
          }))}
          required
        />
        <SelectField
          name={name('unitId')}
          label={t.unit}
          options={data.units.map((unit) => ({ value: unit.id, label: unit.name }))}
          required
        />
        <SelectField
          name={name('venueId')}
          label={t.venue}
          blank={t.noVenue}
          options={data.venues.map((venue) => ({
            value: venue.id,
            label: t.venueChoice(venue.name, venue.unitName, venue.seats),
          }))}
        />
        <DateTimeField name={name('when')} label={t.when} min={dayOf(visit.now)} required />
        <NumberField
          name={name('seats')}
          label={t.seats}
          unit={t.people}
          min={1}
          max={5000}
          required
        />
        <NumberField
          name={name('childSeats')}
          label={t.childSeats}
          hint={t.childSeatsHint}
          unit={t.people}
          min={0}
          max={5000}
        />
        <SelectField
          name={name('audience')}
          label={t.audience}
          options={options(all.audiences)}
          required
        />
        <SelectField
          name={name('language')}
          label={t.language}
          options={options(all.languages)}
          value="mandarin"
          required
        />
        <SelectField
          name={name('hostId')}
          label={t.host}
          blank={t.oneself}
          options={data.people.filter((person) => person.hosts).map(choice)}
        />
        <TextArea
          name={name('toKnow')}
          label={t.toKnow}
          hint={t.toKnowHint}
          rows={2}
          maxLength={300}
        />
        <TextField name={name('toKnowEn')} label={t.inEnglish(t.toKnow)} maxLength={400} />
        <CheckboxGroup
          name={name('needs')}
          label={t.needs}
          hint={t.needsHint}
          options={options(kinds)}
        />
        <CheckboxField name={name('guided')} label={t.guided} />
        <FieldGroup legend={t.round}>
          <SelectField
            name={name('visitorId')}
            label={t.visitor}
            options={data.people.map(choice)}
          />
          <NumberField name={name('minutesEach')} label={t.minutesEach} min={5} max={120} />
          <TextField name={name('leaves')} label={t.leaves} hint={t.leavesHint} maxLength={40} />
        </FieldGroup>
        <Button kind="main">{t.submit}</Button>
      </Form>
    </>
  )
}

const choice = (person: { id: string; name: string; unitName: string }) => ({
  value: person.id,
  label: `${person.name} · ${person.unitName}`,
})
