import { z } from 'zod'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { TextField, UploadField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { KeepClip, keepClip } from '../keep-clip.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { publishCourse } from '../publish-course.ts'
import { RetireCourse, retireCourse } from '../retire-course.ts'
import { mostClipBytes, sayPlace } from '../rules.ts'
import { SaveCourse, saveCourse } from '../save-course.ts'
import { type EditData, editFor } from './edit-data.tsx'
import { CourseHistory, CourseWords } from './edit-parts.tsx'
import { QuestionList } from './question-list.tsx'

const words = { zh, en }
const idOf = (visit: { params: Readonly<Record<string, string>> }) => visit.params['courseId']!
const hereOf = (courseId: string) => to(urls.editCourse, { courseId })

/** An author writes a course: the clip, the words, the questions; and publishes it. */
export const editCoursePage = page<EditData>({
  title: ({ version }, language) => words[language].edit.title(titleIn(language, version)),
  load: (ctx, visit) => editFor(ctx, idOf(visit)),
  actions: {
    save: action(SaveCourse.omit({ courseId: true }), async (ctx, input, visit) => {
      await saveCourse(ctx, { courseId: idOf(visit), ...input })
      return { to: hereOf(idOf(visit)), done: 'course.saved' }
    }),
    clip: action(
      KeepClip.omit({ courseId: true }),
      async (ctx, input, visit) => {
        await keepClip(ctx, { courseId: idOf(visit), ...input })
        return { to: hereOf(idOf(visit)), done: 'course.clipKept' }
      },
      { mostBytes: mostClipBytes },
    ),
    consent: action(z.strictObject({}), async (ctx, _, visit) => {
      const { speaker } = await editFor(ctx, idOf(visit))
      const { personId } = found(speaker)
      const subject = { personId, purpose: 'recording', subjectId: idOf(visit) } as const
      await giveConsent(ctx, { ...subject, signedBy: personId })
      return { to: hereOf(idOf(visit)), done: 'course.consented' }
    }),
    publish: action(z.strictObject({}), async (ctx, _, visit) => {
      await publishCourse(ctx, { courseId: idOf(visit) })
      return { to: to(urls.course, { courseId: idOf(visit) }), done: 'course.published' }
    }),
    retire: action(RetireCourse.omit({ courseId: true }), async (ctx, input, visit) => {
      await retireCourse(ctx, { courseId: idOf(visit), ...input })
      return { to: to(urls.courses), done: 'course.retired' }
    }),
  },
  view: (shown) => <EditCourse {...shown} />,
})

function EditCourse(shown: Shown<EditData>) {
  const t = useWords(words).edit
  const { course, version } = shown.data
  const draft = version.publishedAt === null
  const here = { courseId: course.id }
  const refusal = shown.form('publish').refusal ?? shown.form('consent').refusal
  return (
    <>
      <PageHead
        back={{ href: urls.courses, label: useWords(words).back }}
        over={t.draftOf(draft ? version.version : version.version + 1)}
        title={useTitle()(version)}
        actions={
          <LinkButton href={to(urls.course, here, draft ? { draft: 1 } : {})} icon="book">
            {draft ? t.preview : t.see}
          </LinkButton>
        }
      />
      {course.retiredAt && <Badge tone="bad">{t.retired}</Badge>}
      {!draft && <Callout kind="info" title={t.publishedAs(version.version)} />}
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      <Columns beside={<Beside {...shown} />}>
        <CourseWords {...shown} />
        <Clip {...shown} />
        <QuestionList {...shown} />
      </Columns>
    </>
  )
}

function Clip({ data, form, formKey }: Shown<EditData>) {
  const t = useWords(words)
  const { version, course, clip } = data
  return (
    <Section title={t.edit.clip} id="clip">
      {clip && version.seconds !== null && (
        <p>{t.edit.clipThere(t.kinds[version.kind], sayPlace(version.seconds))}</p>
      )}
      <Form
        upload
        id="clip-form"
        action={to(urls.editCourse, { courseId: course.id }, { do: 'clip' })}
        formKey={`${formKey}c`}
        state={form('clip')}
      >
        <UploadField
          name="clip"
          label={t.edit.clipField}
          hint={t.edit.clipHint}
          accept="audio/*,video/*"
          required
        />
        <Button>{t.edit.keepClip}</Button>
      </Form>
    </Section>
  )
}

/** Consent, publishing, the way out, and what happened. */
function Beside({ data, form, formKey, visit }: Shown<EditData>) {
  const t = useWords(words).edit
  const { language } = useSpeech()
  const { course, speaker } = data
  const here = { courseId: course.id }
  return (
    <>
      {speaker && (
        <Section title={t.consent}>
          {speaker.consentedAt ? (
            <p>{t.consented(speaker.name, sayDay(speaker.consentedAt, language, visit.now))}</p>
          ) : (
            <>
              <p>{t.notConsented(speaker.name)}</p>
              {speaker.mayFile && (
                <PostButton
                  action={to(urls.editCourse, here, { do: 'consent' })}
                  formKey={`${formKey}a`}
                >
                  {t.onPaper}
                </PostButton>
              )}
            </>
          )}
        </Section>
      )}
      <Section title={t.publish}>
        <p class="quietly">{t.publishLead}</p>
        <PostButton
          action={to(urls.editCourse, here, { do: 'publish' })}
          formKey={`${formKey}p`}
          kind="main"
          whyNot={data.whyNot}
        >
          {t.publish}
        </PostButton>
      </Section>
      {!course.retiredAt && (
        <details>
          <summary>{t.retire}</summary>
          <p>{t.retireLead}</p>
          <Form
            id="retire-form"
            action={to(urls.editCourse, here, { do: 'retire' })}
            formKey={`${formKey}r`}
            state={form('retire')}
          >
            <TextField name="reason" label={t.retireWhy} />
            <Button kind="danger">{t.retire}</Button>
          </Form>
        </details>
      )}
      <CourseHistory data={data} now={visit.now} />
    </>
  )
}
