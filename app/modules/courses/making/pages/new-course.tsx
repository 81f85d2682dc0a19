import { currentSeason, type Strand, strandsOf } from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import { speakers } from '#app/modules/talks/speakers/queries.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayMakeCourses } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { heldSession, sessionsToTell } from '../queries.ts'
import { courseKinds } from '../rules.ts'
import { StartCourse, startCourse } from '../start-course.ts'

const words = { zh, en }
const name = namesOf(StartCourse)

type Data = {
  strands: Strand[]
  topics: Awaited<ReturnType<typeof topicsOf>>
  speakers: { id: string; name: string }[]
  sessions: Awaited<ReturnType<typeof sessionsToTell>>
  /** The session that led here: what is known of it is filled in. */
  from: Awaited<ReturnType<typeof heldSession>> | null
}

/** Someone begins a micro-course, of a session or of nothing. */
export const newCoursePage = page<Data>({
  title: (_, language) => words[language].start.title,
  async load(ctx, { query }) {
    authorise(mayMakeCourses(ctx.actor))
    const season = await currentSeason(ctx)
    const sessions = await sessionsToTell(ctx)
    const wanted = query.get('session')
    return {
      strands: season ? await strandsOf(ctx, season.id) : [],
      topics: await topicsOf(ctx),
      speakers: (await speakers(ctx)).filter((speaker) => !speaker.leftAt),
      sessions,
      from: sessions.find(({ id }) => id === wanted) ?? null,
    }
  },
  actions: {
    start: action(StartCourse, async (ctx, input) => {
      const { id } = await startCourse(ctx, input)
      return { to: to(urls.editCourse, { courseId: id }), done: 'course.started' }
    }),
  },
  view: (shown) => <NewCourse {...shown} />,
})

function NewCourse({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { from } = data
  const sessions = data.sessions.map((session) => ({
    value: session.id,
    label: t.start.session(session.number, titleIn(language, session)),
  }))
  return (
    <>
      <PageHead
        title={t.start.title}
        lead={t.start.lead}
        back={{ href: urls.courses, label: t.back }}
      />
      <Form
        action={to(urls.newCourse, null, { do: 'start' })}
        formKey={formKey}
        state={form('start')}
      >
        <SelectField
          name={name('sessionId')}
          label={t.start.from}
          hint={t.start.fromHint}
          options={sessions}
          blank={t.start.none}
          value={from?.id}
        />
        <TextField
          name={name('title')}
          label={t.start.courseTitle}
          value={from?.title}
          maxLength={80}
          required
        />
        <TextField
          name={name('titleEn')}
          label={t.inEnglish(t.start.courseTitle)}
          value={from?.titleEn}
        />
        <HeadFields
          {...data}
          names={{
            strandCode: name('strandCode'),
            topics: name('topics'),
            speakerId: name('speakerId'),
          }}
          value={{ strandCode: from?.strandCode, speakerId: from?.speakerId ?? undefined }}
        />
        <RadioField
          name={name('kind')}
          label={t.start.kind}
          hint={t.start.kindHint}
          options={courseKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          value="text"
          required
        />
        <Button kind="main">{t.start.begin}</Button>
      </Form>
    </>
  )
}

type HeadProps = Pick<Data, 'strands' | 'topics' | 'speakers'> & {
  names: { strandCode: string; topics: string; speakerId: string }
  value: {
    strandCode?: string | undefined
    topics?: readonly string[]
    speakerId?: string | undefined
  }
}

/** What a course is about, and whose words it tells. */
export function HeadFields({ strands, topics, speakers: registered, names, value }: HeadProps) {
  const t = useWords(words).start
  const { language } = useSpeech()
  const named = (row: { code: string; name: string; nameEn: string }) => ({
    value: row.code,
    label: nameIn(language, row),
  })
  return (
    <>
      <SelectField
        name={names.strandCode}
        label={t.strand}
        options={strands.map(named)}
        value={value.strandCode}
        required
      />
      <CheckboxGroup
        name={names.topics}
        label={t.topics}
        options={topics.map(named)}
        value={value.topics}
        required
      />
      <SelectField
        name={names.speakerId}
        label={t.speaker}
        options={registered.map((speaker) => ({ value: speaker.id, label: speaker.name }))}
        blank={t.noSpeaker}
        value={value.speakerId}
      />
    </>
  )
}
