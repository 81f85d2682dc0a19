import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { CheckboxGroup, PhoneField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Facts } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { topicsOf } from '../../menu/queries.ts'
import { speakerOfPerson } from '../../speakers/queries.ts'
import { ApplyToSpeak, applyToSpeak } from '../apply-to-speak.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { applicationsOf } from '../queries.ts'
import { whyNotOpen } from '../rules.ts'
import { WithdrawApplication, withdrawApplication } from '../withdraw-application.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const name = namesOf(ApplyToSpeak)

type Own = Awaited<ReturnType<typeof applicationsOf>>[number]
type Data = {
  topics: Awaited<ReturnType<typeof topicsOf>>
  /** The reader's latest application, and the entry in the register. */
  own: Own | null
  speakerId: string | null
}

/** Where anyone applies to speak to neighbours, and sees how far it is. */
export const speakPage = page<Data>({
  open: true,
  title: (_, language) => words[language].speak.title,
  async load(ctx) {
    const { personId } = ctx.actor
    const speaker = personId && (await speakerOfPerson(ctx, personId))
    return {
      topics: await topicsOf(ctx),
      own: personId ? ((await applicationsOf(ctx, personId))[0] ?? null) : null,
      speakerId: speaker && speaker.leftAt === null ? speaker.id : null,
    }
  },
  actions: {
    apply: action(ApplyToSpeak, async (ctx, input) => {
      await applyToSpeak(ctx, input)
      return { to: urls.speak, done: 'application.made' }
    }),
    withdraw: action(WithdrawApplication, async (ctx, input) => {
      await withdrawApplication(ctx, input)
      return { to: urls.speak, done: 'application.withdrawn' }
    }),
  },
  view: (shown) => <Speak {...shown} />,
})

function Speak(shown: Shown<Data>) {
  const t = useWords(words).speak
  const { own, speakerId } = shown.data
  const isOpen = own !== null && whyNotOpen(own) === null
  const { refusal } = shown.form('withdraw')
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.menu, label: t.toMenu }} />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {own && <OwnApplication {...shown} own={own} isOpen={isOpen} />}
      {speakerId ? (
        <p>
          {t.speaksAlready} <a href={to(urls.speaker, { speakerId })}>{t.toEntry}</a>
        </p>
      ) : (
        !isOpen && <ApplyForm {...shown} />
      )}
    </>
  )
}

function ApplyForm({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words).speak
  const { languages } = useWords(menuWords)
  const { language } = useSpeech()
  return (
    <Form action={to(urls.speak, null, { do: 'apply' })} formKey={formKey} state={form('apply')}>
      {visit.reader.actor.kind !== 'person' && (
        <>
          <TextField name={name('name')} label={t.name} autocomplete="name" required />
          <PhoneField name={name('phone')} label={t.phone} hint={t.phoneHint} required />
        </>
      )}
      <TextArea name={name('about')} label={t.about} hint={t.aboutHint} maxLength={1000} required />
      <CheckboxGroup
        name={name('languages')}
        label={t.languages}
        options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        required
      />
      <CheckboxGroup
        name={name('topics')}
        label={t.topics}
        options={data.topics.map((topic) => ({
          value: topic.code,
          label: language === 'en' ? topic.nameEn : topic.name,
        }))}
      />
      <Button kind="main">{t.send}</Button>
    </Form>
  )
}

function OwnApplication(shown: Shown<Data> & { own: Own; isOpen: boolean }) {
  const all = useWords(words)
  const t = all.speak
  const { own, visit, formKey } = shown
  return (
    <Section title={t.yours}>
      <Facts
        items={[
          { term: t.state, value: all.statuses[own.status] },
          ...(own.about ? [{ term: t.about, value: own.about }] : []),
          ...(own.trialAt
            ? [
                {
                  term: t.trial,
                  value: (
                    <>
                      <Time at={own.trialAt} now={visit.now} /> · {own.trialPlace}
                    </>
                  ),
                },
              ]
            : []),
          ...(own.trialFeedback ? [{ term: t.feedback, value: own.trialFeedback }] : []),
          ...(own.reason ? [{ term: t.reason, value: own.reason }] : []),
        ]}
      />
      {shown.isOpen && (
        <PostButton
          action={to(urls.speak, null, { do: 'withdraw' })}
          formKey={formKey}
          values={{ applicationId: own.id }}
          kind="quiet"
        >
          {t.withdraw}
        </PostButton>
      )}
    </Section>
  )
}
