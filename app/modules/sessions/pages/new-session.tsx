import { unitsOf, venues } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf } from '#app/modules/people/access.ts'
import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { tick } from '#app/platform/http/forms.ts'
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
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayScheduleSessions } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PlanSession, planSession } from '../plan-session.ts'
import { hostsAndVisitors } from '../queries.ts'
import { en as resourcesEn } from '../resources/messages.en.ts'
import { zh as resourcesZh } from '../resources/messages.zh.ts'
import { VenueChoice } from './venue-choice.tsx'

const words = { zh, en }
const resourceWords = { zh: resourcesZh, en: resourcesEn }
const name = namesOf(PlanSession)

/** The micro-courses that can be watched together; they belong to a later module. */
export type Courses = (
  ctx: Context,
) => Promise<readonly { id: string; title: string; titleEn: string }[]>

type Data = {
  courses: Awaited<ReturnType<Courses>>
  /** What a link brought along: a venue, or a micro-course to watch. */
  given: { venueId?: string | undefined; courseId?: string | undefined }
  units: Awaited<ReturnType<typeof unitsOf>>
  venues: Awaited<ReturnType<typeof venues>>
  strands: Awaited<ReturnType<typeof strandsOf>>
  people: Awaited<ReturnType<typeof hostsAndVisitors>>
}

const PlanMaybeAgain = PlanSession.extend({ again: tick })
const againName = namesOf(PlanMaybeAgain)

/**
 * The office plans a session of its own, without an order: a class, an exhibition, a round of visits. What
 * can be watched together is handed in where addresses are given to pages.
 */
export const newSessionPage = (courses: Courses) =>
  page<Data>({
    title: (_, language) => words[language].plan.newTitle,
    async load(ctx, { query }) {
      authorise(mayScheduleSessions(ctx.actor))
      const season = await currentSeason(ctx)
      return {
        courses: await courses(ctx),
        given: {
          venueId: query.get('venue') ?? undefined,
          courseId: query.get('course') ?? undefined,
        },
        units: await unitsOf(ctx, scopeOf(ctx.actor, officeRoles).unitIds),
        venues: await venues(ctx),
        strands: season ? await strandsOf(ctx, season.id) : [],
        people: await hostsAndVisitors(ctx),
      }
    },
    actions: {
      plan: action(PlanMaybeAgain, async (ctx, { again, ...input }) => {
        const { id: sessionId } = await planSession(ctx, input)
        const next = again ? urls.newSeries : urls.sessionPlan
        return { to: to(next, { sessionId }), done: 'session.planned' }
      }),
    },
    view: (shown) => <NewSession {...shown} />,
  })

function NewSession(shown: Shown<Data>) {
  const all = useWords(words)
  const t = all.plan
  const { form, formKey, data } = shown
  const { courseId, venueId } = data.given
  return (
    <>
      <PageHead
        title={t.newTitle}
        lead={t.newLead}
        back={{ href: urls.sessions, label: all.session.back }}
      />
      <Form
        action={to(urls.newSession, null, { do: 'plan', venue: venueId, course: courseId })}
        formKey={formKey}
        state={form('plan')}
      >
        <What {...shown} />
        <VenueChoice
          name={name('venueId')}
          venues={data.venues}
          blank={t.noVenue}
          value={venueId}
        />
        <DateTimeField name={name('when')} label={t.when} min={dayOf(shown.visit.now)} required />
        <CheckboxField name={againName('again')} label={t.again} />
        <ForWhom {...shown} />
        <ByFormat {...shown} />
        <Button kind="main">{t.submit}</Button>
      </Form>
    </>
  )
}

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** What is held, how, and who holds it. */
function What({ data }: Shown<Data>) {
  const all = useWords(words)
  const t = all.plan
  const { language } = useSpeech()
  const course = data.courses.find(({ id }) => id === data.given.courseId)
  return (
    <>
      <TextField
        name={name('title')}
        label={t.title}
        maxLength={80}
        value={course?.title}
        required
      />
      <TextField name={name('titleEn')} label={t.titleEn} maxLength={120} value={course?.titleEn} />
      <SelectField
        name={name('format')}
        label={t.format}
        hint={t.formatHint}
        options={options(all.formats)}
        value={course && 'viewing'}
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
    </>
  )
}

/** How many can come, for whom it is, and what they should know. */
function ForWhom({ data }: Shown<Data>) {
  const all = useWords(words)
  const t = all.plan
  return (
    <>
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
        value="0"
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
    </>
  )
}

/** What only some formats need. */
function ByFormat({ data }: Shown<Data>) {
  const t = useWords(words).plan
  const { kinds } = useWords(resourceWords)
  const titleOf = useTitle()
  return (
    <>
      <CheckboxGroup
        name={name('needs')}
        label={t.needs}
        hint={t.needsHint}
        options={options(kinds)}
      />
      <CheckboxField name={name('guided')} label={t.guided} />
      <FieldGroup legend={t.watching}>
        <SelectField
          name={name('courseId')}
          label={t.course}
          hint={t.courseHint}
          blank={t.noCourse}
          value={data.given.courseId}
          options={data.courses.map((course) => ({ value: course.id, label: titleOf(course) }))}
        />
        <TextField
          name={name('streamUrl')}
          label={t.streamUrl}
          hint={t.streamHint}
          type="url"
          maxLength={300}
        />
      </FieldGroup>
      <FieldGroup legend={t.round}>
        <SelectField name={name('visitorId')} label={t.visitor} options={data.people.map(choice)} />
        <NumberField name={name('minutesEach')} label={t.minutesEach} min={5} max={120} />
        <TextField name={name('leaves')} label={t.leaves} hint={t.leavesHint} maxLength={40} />
      </FieldGroup>
    </>
  )
}

const choice = (person: { id: string; name: string; unitName: string }) => ({
  value: person.id,
  label: `${person.name} · ${person.unitName}`,
})
