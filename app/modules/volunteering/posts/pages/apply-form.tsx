import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { CheckboxField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { ApplyToServe } from '../apply-to-serve.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { PostData } from './post.tsx'

const words = { zh, en }
const name = namesOf(ApplyToServe)

/** Someone for whom the reader could apply. */
export type Applying = { personId: string; name: string; self: boolean; minor: boolean }

/** Who wants to come, what the post asks to be declared, and the shift wished for. */
export function ApplyForm(shown: Shown<PostData> & { applying: readonly Applying[] }) {
  const t = useWords(words).post
  const { language } = useSpeech()
  const { data, visit, form, formKey, applying } = shown
  const { post } = data
  const wishes = data.shifts.filter(
    (shift) => shift.status === 'planned' && shift.during.start > visit.now,
  )
  const minors = applying.some(({ minor }) => minor)
  return (
    <Section title={t.applyTitle} id="apply">
      <Form
        action={to(urls.post, { postId: post.id }, { do: 'apply' })}
        formKey={formKey}
        state={form('apply')}
        id="apply-form"
      >
        {applying.length > 1 || !applying[0]!.self ? (
          <SelectField
            name={name('personId')}
            label={t.forWhom}
            options={applying.map((each) => ({
              value: each.personId,
              label: each.self ? t.myself : each.name,
            }))}
            blank={false}
            value={(post.teamId === null ? applying : applying.toReversed())[0]!.personId}
          />
        ) : null}
        {wishes.length > 0 && (
          <SelectField
            name={name('shiftId')}
            label={t.wish}
            options={wishes.map((shift) => ({
              value: shift.id,
              label: saySpan(shift.during.start, shift.during.end, language, visit.now),
            }))}
            blank={t.anyShift}
          />
        )}
        {post.needsTraining && <CheckboxField name={name('trained')} label={t.trained} />}
        {post.needsHealth && <CheckboxField name={name('healthy')} label={t.healthy} />}
        {minors && post.teamId !== null && (
          <TextField name={name('pickUp')} label={t.pickUp} hint={t.pickUpHint} maxLength={60} />
        )}
        <Button kind="main">{t.apply}</Button>
      </Form>
    </Section>
  )
}
