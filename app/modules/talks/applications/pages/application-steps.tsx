import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { CheckboxField, DateTimeField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as speakersEn } from '../../speakers/messages.en.ts'
import { zh as speakersZh } from '../../speakers/messages.zh.ts'
import { ArrangeTrial } from '../arrange-trial.ts'
import { DeclineApplication } from '../decline-application.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { NoteTalk } from '../note-talk.ts'
import { NoteTrial } from '../note-trial.ts'
import { RegisterApplicant } from '../register-applicant.ts'
import type { ApplicationData } from './application.tsx'

const words = { zh, en }
const speakerWords = { zh: speakersZh, en: speakersEn }
const talkName = namesOf(NoteTalk)
const trialName = namesOf(ArrangeTrial)
const heardName = namesOf(NoteTrial)
const registerName = namesOf(RegisterApplicant)
const declineName = namesOf(DeclineApplication)

type Props = Shown<ApplicationData>

/** The next thing to do with an applicant, and the ways to end it. */
export function NextSteps(shown: Props) {
  const t = useWords(words).one
  const { application } = shown.data
  const { status } = application
  const own = { applicationId: application.id }
  return (
    <Section title={t.next}>
      {status === 'applied' && <TalkForm {...shown} />}
      {status === 'trial' && <HeardForm {...shown} />}
      {status === 'heard' && <RegisterForm {...shown} />}
      {status === 'talked' && <TrialForm {...shown} />}
      {(status === 'trial' || status === 'heard') && (
        <details open={shown.form('trial').refusal !== undefined}>
          <summary class="button quiet">{t.again}</summary>
          <TrialForm {...shown} />
        </details>
      )}
      <DeclineForm {...shown} />
      <PostButton
        action={to(urls.application, own, { do: 'withdraw' })}
        formKey={shown.formKey}
        values={own}
        kind="quiet"
      >
        {t.withdraw}
      </PostButton>
    </Section>
  )
}

function Own({ data }: { data: ApplicationData }) {
  return <input type="hidden" name={talkName('applicationId')} value={data.application.id} />
}

function TalkForm({ data, form, formKey }: Props) {
  const t = useWords(words).one
  return (
    <Form
      id="talked"
      action={to(urls.application, { applicationId: data.application.id }, { do: 'talked' })}
      formKey={formKey}
      state={form('talked')}
    >
      <Own data={data} />
      <TextArea
        name={talkName('talkNote')}
        label={t.noteTalk}
        hint={t.noteTalkHint}
        maxLength={600}
        required
      />
      <Button kind="main">{t.noteTalk}</Button>
    </Form>
  )
}

function TrialForm({ data, visit, form, formKey }: Props) {
  const t = useWords(words).one
  return (
    <Form
      id="trial"
      action={to(urls.application, { applicationId: data.application.id }, { do: 'trial' })}
      formKey={formKey}
      state={form('trial')}
    >
      <Own data={data} />
      <DateTimeField name={trialName('when')} label={t.when} min={dayOf(visit.now)} open required />
      <TextField name={trialName('place')} label={t.place} maxLength={80} required />
      <Button kind={data.application.status === 'talked' ? 'main' : 'plain'}>{t.arrange}</Button>
    </Form>
  )
}

function HeardForm({ data, form, formKey }: Props) {
  const t = useWords(words).one
  return (
    <Form
      id="heard"
      action={to(urls.application, { applicationId: data.application.id }, { do: 'heard' })}
      formKey={formKey}
      state={form('heard')}
    >
      <Own data={data} />
      <TextArea
        name={heardName('feedback')}
        label={t.noteTrial}
        hint={t.noteTrialHint}
        maxLength={1000}
        required
      />
      <Button kind="main">{t.noteTrial}</Button>
    </Form>
  )
}

function RegisterForm({ data, form, formKey }: Props) {
  const t = useWords(words).one
  const speaker = useWords(speakerWords)
  if (!data.isKnown)
    return (
      <Empty action={<LinkButton href={urls.newPerson}>{t.enterPerson}</LinkButton>}>
        {t.personFirst(data.application.name, data.application.phone ?? '')}
      </Empty>
    )
  return (
    <Form
      id="register"
      action={to(urls.application, { applicationId: data.application.id }, { do: 'register' })}
      formKey={formKey}
      state={form('register')}
    >
      <Own data={data} />
      <SelectField
        name={registerName('kind')}
        label={t.kind}
        blank={false}
        options={Object.entries(speaker.kinds).map(([value, label]) => ({ value, label }))}
        value="citizen"
      />
      <CheckboxField
        name={registerName('conductChecked')}
        label={speaker.conductChecked}
        hint={speaker.conductHint}
      />
      <Button kind="main">{t.register}</Button>
    </Form>
  )
}

function DeclineForm({ data, form, formKey }: Props) {
  const t = useWords(words).one
  const state = form('decline')
  const failed = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <details open={failed}>
      <summary class="button quiet">{t.decline}</summary>
      <Form
        id="decline"
        action={to(urls.application, { applicationId: data.application.id }, { do: 'decline' })}
        formKey={formKey}
        state={state}
      >
        <Own data={data} />
        <TextField
          name={declineName('reason')}
          label={t.declineWhy}
          hint={t.declineHint}
          maxLength={300}
          required
        />
        <Button kind="danger">{t.decline}</Button>
      </Form>
    </details>
  )
}
