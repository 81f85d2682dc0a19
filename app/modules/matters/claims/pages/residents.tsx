import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Due } from '#app/ui/due.tsx'
import { RadioField, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Facts } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { CallBack } from '../call-back.ts'
import { GiveVerdict } from '../give-verdict.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { askDue, callBackDue } from '../rules.ts'
import type { MatterData } from './matter.tsx'

const words = { zh, en }
const verdictName = namesOf(GiveVerdict)
const callName = namesOf(CallBack)

/** How to reach the residents, once the reader has asked for it. */
export function Residents({ data, formKey }: Shown<MatterData>) {
  const t = useWords(words)
  const { matter, residents } = data
  const here = { matterId: matter.id }
  if (residents === null) {
    return (
      <Section title={t.contact} id="residents">
        <p class="quietly">{t.openWhy}</p>
        <PostButton
          action={to(urls.matter, here, { do: 'residents' })}
          formKey={`${formKey}residents`}
          values={here}
          icon="phone"
        >
          {t.openContact}
        </PostButton>
      </Section>
    )
  }
  return (
    <Section title={t.contact} id="residents">
      {residents.map(({ needId, number, name, phone, how }) => (
        <Facts
          key={needId}
          items={[
            { term: t.name, value: name || t.needNumber(number) },
            { term: t.phone, value: phone && <a href={`tel:${phone}`}>{phone}</a> },
            { term: t.how, value: how },
          ].filter(({ value }) => value)}
        />
      ))}
    </Section>
  )
}

/** What residents said of it, the calls that follow, and the form for what they say by phone. */
export function Verdicts(shown: Shown<MatterData>) {
  const t = useWords(words)
  const { matter, verdicts, may } = shown.data
  const { now } = shown.visit
  return (
    <Section title={t.verdicts} id="verdicts">
      <ul class="cards">
        {verdicts.map((verdict) => (
          <li key={verdict.id} class="card">
            <p class="over">
              {t.needNumber(verdict.needNumber)} <Time at={verdict.at} now={now} />{' '}
              <Badge tone={verdict.solved ? 'good' : 'bad'}>
                {verdict.solved ? t.solved : t.unsolved}
              </Badge>{' '}
              {verdict.how === 'phone' && t.byPhone}
            </p>
            {verdict.words && <p>{verdict.words}</p>}
            {verdict.calledBackAt && (
              <p>
                {t.called} <Time at={verdict.calledBackAt} now={now} />: {verdict.callWords}
              </p>
            )}
            {!verdict.solved && !verdict.calledBackAt && may.call && (
              <CallForm {...shown} verdict={verdict} />
            )}
          </li>
        ))}
      </ul>
      {matter.status === 'done' && may.call && <AskForm {...shown} />}
    </Section>
  )
}

type CallProps = Shown<MatterData> & { verdict: MatterData['verdicts'][number] }

function CallForm({ verdict, data, visit, form, formKey }: CallProps) {
  const t = useWords(words)
  const here = { matterId: data.matter.id }
  return (
    <Form
      id="call"
      action={to(urls.matter, here, { do: 'callBack' })}
      formKey={`${formKey}call`}
      state={form('callBack')}
    >
      <p>
        {t.callBackDue} <Due due={callBackDue(verdict, data.calendar)} now={visit.now} />
      </p>
      <input type="hidden" name={callName('verdictId')} value={verdict.id} />
      <TextArea name={callName('words')} label={t.callWords} rows={2} maxLength={500} required />
      <Button>{t.keepCall}</Button>
    </Form>
  )
}

/** Staff ask by phone; the branch that did it can't, and the form says so. */
function AskForm({ data, visit, form, formKey }: Shown<MatterData>) {
  const t = useWords(words)
  const { matter, calendar } = data
  const here = { matterId: matter.id }
  const open = data.needs.filter(({ solved }) => solved !== true)
  return (
    <Form
      id="ask"
      action={to(urls.matter, here, { do: 'verdict' })}
      formKey={`${formKey}ask`}
      state={form('verdict')}
    >
      <h3>{t.ask}</h3>
      <p>{t.askWhy}</p>
      <p>
        {t.askDue}{' '}
        <Due due={askDue({ doneAt: matter.doneAt ?? visit.now }, calendar)} now={visit.now} />
      </p>
      {open.length === 1 ? (
        <input type="hidden" name={verdictName('needId')} value={open[0]!.id} />
      ) : (
        <RadioField
          name={verdictName('needId')}
          label={t.forNeed}
          required
          options={open.map((need) => ({
            value: need.id,
            label: `${t.needNumber(need.number)} ${need.words}`,
          }))}
        />
      )}
      <RadioField
        name={verdictName('solved')}
        label={t.verdicts}
        required
        options={[
          { value: 'yes', label: t.solved },
          { value: 'no', label: t.unsolved },
        ]}
      />
      <TextArea name={verdictName('words')} label={t.words} rows={2} maxLength={300} />
      <Button kind="main">{t.keepVerdict}</Button>
    </Form>
  )
}
