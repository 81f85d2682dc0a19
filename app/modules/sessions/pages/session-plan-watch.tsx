import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { en as seriesEn } from '../series/messages.en.ts'
import { zh as seriesZh } from '../series/messages.zh.ts'
import { whyNotAgain } from '../series/rules.ts'
import { ShareStream } from '../share-stream.ts'
import { ShowCourse } from '../show-course.ts'
import type { PlanData } from './session-plan.tsx'

const words = { zh, en }
const seriesWords = { zh: seriesZh, en: seriesEn }
const courseName = namesOf(ShowCourse)
const streamName = namesOf(ShareStream)

type Props = Shown<PlanData>

/** Which micro-course is watched together. */
export function CourseToWatch({ data, form, formKey }: Props) {
  const t = useWords(words).plan
  const titleOf = useTitle()
  const { session, courses } = data
  return (
    <Section title={t.course}>
      <Form
        id="course"
        action={to(urls.sessionPlan, { sessionId: session.id }, { do: 'course' })}
        formKey={formKey}
        state={form('course')}
      >
        <input type="hidden" name={courseName('sessionId')} value={session.id} />
        <SelectField
          name={courseName('courseId')}
          label={t.course}
          hint={t.courseHint}
          value={session.courseId ?? undefined}
          options={courses.map((course) => ({ value: course.id, label: titleOf(course) }))}
          required
        />
        <Button>{t.saveCourse}</Button>
      </Form>
    </Section>
  )
}

/** Where a live stream is seen. */
export function StreamAddress({ data, form, formKey }: Props) {
  const t = useWords(words).plan
  const { session } = data
  return (
    <Section title={t.streamUrl}>
      <Form
        id="stream"
        action={to(urls.sessionPlan, { sessionId: session.id }, { do: 'stream' })}
        formKey={formKey}
        state={form('stream')}
      >
        <input type="hidden" name={streamName('sessionId')} value={session.id} />
        <TextField
          name={streamName('streamUrl')}
          label={t.streamUrl}
          hint={t.streamHint}
          type="url"
          value={session.streamUrl}
          maxLength={300}
          required
        />
        <Button>{t.saveStream}</Button>
      </Form>
    </Section>
  )
}

/** What else can be done about a session that is still to come: change it, or let it come again. */
export function Further({ data }: Props) {
  const t = useWords(words).session
  const series = useWords(seriesWords)
  const { session, repeats } = data
  const own = { sessionId: session.id }
  return (
    <Actions>
      <LinkButton href={to(urls.changeSession, own)} icon="edit">
        {t.change}
      </LinkButton>
      {session.seriesId !== null && (
        <LinkButton href={to(urls.series, { seriesId: session.seriesId })} icon="calendar">
          {series.all}
        </LinkButton>
      )}
      {repeats && whyNotAgain(session) === null && (
        <LinkButton href={to(urls.newSeries, own)} icon="calendar">
          {series.again}
        </LinkButton>
      )}
    </Actions>
  )
}
