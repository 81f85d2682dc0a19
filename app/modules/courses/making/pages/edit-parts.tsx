import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { FieldGroup, FileField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { History } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { mostKeyPoints } from '../rules.ts'
import { SaveCourse } from '../save-course.ts'
import type { EditData } from './edit-data.tsx'
import { HeadFields } from './new-course.tsx'

const words = { zh, en }
const name = namesOf(SaveCourse)

/** What a course says, in one form: its head, its texts, captions and key points. */
export function CourseWords({ data, form, formKey }: Shown<EditData>) {
  const t = useWords(words)
  const { version } = data
  return (
    <Section title={t.edit.words}>
      <Form
        upload
        id="words-form"
        action={to(urls.editCourse, { courseId: data.course.id }, { do: 'save' })}
        formKey={`${formKey}s`}
        state={form('save')}
      >
        <input type="hidden" name={name('kind')} value={version.kind} />
        <TextField
          name={name('title')}
          label={t.start.courseTitle}
          value={version.title}
          maxLength={80}
          required
        />
        <TextField
          name={name('titleEn')}
          label={t.inEnglish(t.start.courseTitle)}
          value={version.titleEn}
        />
        <Texts version={version} />
        <KeyPoints points={version.keyPoints} />
        <details>
          <summary>{`${t.edit.captions} · ${t.start.topics}`}</summary>
          <Captions version={version} />
          <HeadFields
            {...data}
            names={{
              strandCode: name('strandCode'),
              topics: name('topics'),
              speakerId: name('speakerId'),
            }}
            value={{
              strandCode: version.strandCode,
              topics: version.topics,
              speakerId: version.speakerId ?? undefined,
            }}
          />
        </details>
        <Button kind="main">{t.edit.save}</Button>
      </Form>
    </Section>
  )
}

function Texts({ version }: { version: EditData['version'] }) {
  const t = useWords(words)
  return (
    <>
      <TextArea
        name={name('body')}
        label={t.edit.body}
        hint={t.edit.bodyHint}
        value={version.body}
        rows={8}
      />
      <TextArea
        name={name('bodyEn')}
        label={t.inEnglish(t.edit.body)}
        value={version.bodyEn}
        rows={4}
      />
      {version.kind !== 'text' && (
        <>
          <TextArea
            name={name('transcript')}
            label={t.edit.transcript}
            hint={t.edit.transcriptHint}
            value={version.transcript}
            rows={8}
          />
          <TextArea
            name={name('transcriptEn')}
            label={t.inEnglish(t.edit.transcript)}
            value={version.transcriptEn}
          />
        </>
      )}
      <TextField
        name={name('note')}
        label={t.edit.note}
        hint={t.edit.noteHint}
        value={version.note}
      />
    </>
  )
}

function KeyPoints({ points }: { points: EditData['version']['keyPoints'] }) {
  const t = useWords(words)
  return (
    <FieldGroup legend={t.edit.keyPoints} hint={t.edit.keyPointsHint}>
      {Array.from({ length: mostKeyPoints }, (_, at) => (
        <>
          <TextField
            name={name(`keyPoints.${at}.zh`)}
            label={t.edit.keyPoint(at + 1)}
            value={points[at]?.zh}
          />
          <TextField
            name={name(`keyPoints.${at}.en`)}
            label={t.inEnglish(t.edit.keyPoint(at + 1))}
            value={points[at]?.en}
          />
        </>
      ))}
    </FieldGroup>
  )
}

function Captions({ version }: { version: EditData['version'] }) {
  const t = useWords(words)
  return (
    <>
      <TextArea
        name={name('captions')}
        label={t.edit.captions}
        hint={t.edit.captionsHint}
        value={version.captions}
        rows={8}
      />
      <FileField
        name={name('captionsFile')}
        label={t.edit.captionsFile}
        accept=".vtt,.srt,text/vtt"
      />
      <TextArea
        name={name('captionsEn')}
        label={t.inEnglish(t.edit.captions)}
        value={version.captionsEn}
      />
    </>
  )
}

/** The versions that are out, and what happened. */
export function CourseHistory({ data, now }: { data: EditData; now: Date }) {
  const t = useWords(words).edit
  const { fact } = useSpeech()
  return (
    <Section title={t.history}>
      <History
        items={data.history.map((row) => ({
          when: <Time at={row.at} now={now} />,
          who: row.actor,
          what: fact(row.name),
          onBehalfOf: row.onBehalfOf ?? undefined,
          why: row.reason || undefined,
        }))}
      />
      {data.versions.length > 0 && (
        <>
          <h3>{t.versions}</h3>
          <ul class="plain">
            {data.versions.map((version) => (
              <li key={version.id}>
                {t.version(version.version)} <Time at={version.publishedAt!} now={now} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
