import { Button, PostButton } from '#app/ui/button.tsx'
import { sayMoment } from '#app/ui/dates.ts'
import { SelectField, TextArea } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { type Step, Stepper } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { linesOf } from '../figures/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Bulletin, stepsOf } from '../queries.ts'
import { readingOf, readings, statuses } from '../rules.ts'

const words = { zh, en }

type Steps = Awaited<ReturnType<typeof stepsOf>>
type WayProps = {
  bulletin: Bulletin
  steps: Steps
  /** Everyone who could take the next step. */
  turn: readonly { name: string }[]
  now: Date
}

/** Where a bulletin stands on its way, who has read it and whose turn it is. */
export function Way({ bulletin, steps, turn, now }: WayProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const at = statuses.indexOf(bulletin.status)
  const shown = statuses.filter((status) => status !== 'published')
  const items = shown.map((status, position): Step => {
    const reading = readings.find((each) => each === status)
    const taken = steps.find(
      (step) =>
        step.step === status && step.round === bulletin.round && step.decision === 'approved',
    )
    const state = position < at ? 'done' : position === at ? 'now' : 'later'
    const waits = state === 'now' && (reading || status === 'ready')
    return {
      label: reading ? t.steps[reading] : status === 'draft' ? t.statuses.draft : t.publish,
      state,
      note: taken
        ? t.approved(taken.personName, sayMoment(taken.at, language, now))
        : waits
          ? t.waitsFor(turn.map(({ name }) => name))
          : undefined,
    }
  })
  return <Stepper label={t.way} steps={items} />
}

type Forms = {
  bulletin: Bulletin
  formKey: string
  form(action: string): FormState
}

/** Hands the draft in. */
export function HandIn({ bulletin, formKey }: Forms) {
  const t = useWords(words)
  return (
    <Section title={t.handIn}>
      <p>{t.handInHint}</p>
      <PostButton
        kind="main"
        action={to(urls.bulletin, { bulletinId: bulletin.id }, { do: 'handIn' })}
        formKey={formKey}
        values={{ version: String(bulletin.version) }}
      >
        {t.handIn}
      </PostButton>
    </Section>
  )
}

/** The paragraphs of a text to choose from, each with its first words. */
function usePlaces(bulletin: Bulletin) {
  const t = useWords(words)
  return linesOf(bulletin.body).map((line, at) => ({
    value: String(at + 1),
    label: `${t.paragraph(at + 1)} · ${[...line].slice(0, 14).join('')}`,
  }))
}

/** A reader approves the version they see, or sends it back with a comment at a place. */
export function Decide({ bulletin, formKey, form, whyNot }: Forms & { whyNot: string | null }) {
  const t = useWords(words)
  const places = usePlaces(bulletin)
  const reading = readingOf(bulletin.status)
  if (!reading) return null
  const bulletinId = bulletin.id
  const seen = { version: String(bulletin.version), step: reading }
  return (
    <Section title={t.decide(reading)} id="decide">
      <p>{t.decideHint(bulletin.version)}</p>
      <Form
        id="approve"
        action={to(urls.bulletin, { bulletinId }, { do: 'approve' })}
        formKey={formKey}
        state={form('approve')}
      >
        <Seen {...seen} />
        <Button kind="main" icon="check" whyNot={whyNot}>
          {t.approve}
        </Button>
      </Form>
      {whyNot === null && (
        <Form
          id="back"
          action={to(urls.bulletin, { bulletinId }, { do: 'sendBack' })}
          formKey={`${formKey}-b`}
          state={form('sendBack')}
        >
          <Seen {...seen} />
          <SelectField name="paragraph" label={t.where} blank={t.whole} options={places} />
          <TextArea name="words" label={t.say} rows={3} maxLength={1000} required />
          <Button>{t.sendBack}</Button>
        </Form>
      )}
    </Section>
  )
}

function Seen({ version, step }: { version: string; step?: string }) {
  return (
    <>
      <input type="hidden" name="version" value={version} />
      {step !== undefined && <input type="hidden" name="step" value={step} />}
    </>
  )
}

/** Publishes what everyone has read. */
export function Publish({ bulletin, formKey, form }: Forms) {
  const t = useWords(words)
  return (
    <Section title={t.publish} id="publish">
      <p>{t.publishHint}</p>
      <Form
        id="out"
        action={to(urls.bulletin, { bulletinId: bulletin.id }, { do: 'publish' })}
        formKey={formKey}
        state={form('publish')}
      >
        <Seen version={String(bulletin.version)} />
        <Button kind="main" icon="globe">
          {t.publish}
        </Button>
      </Form>
    </Section>
  )
}

/** Leaves a comment at a place without deciding anything. */
export function CommentForm({ bulletin, formKey, form }: Forms) {
  const t = useWords(words)
  const places = usePlaces(bulletin)
  return (
    <details open={form('comment').refusal !== undefined}>
      <summary>{t.comment}</summary>
      <Form
        id="comment"
        action={to(urls.bulletin, { bulletinId: bulletin.id }, { do: 'comment' })}
        formKey={`${formKey}-c`}
        state={form('comment')}
      >
        <Seen version={String(bulletin.version)} />
        <SelectField name="paragraph" label={t.where} blank={t.whole} options={places} />
        <TextArea name="words" label={t.say} rows={3} maxLength={1000} required />
        <Button>{t.doComment}</Button>
      </Form>
    </details>
  )
}
