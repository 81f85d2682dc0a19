import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Facts } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { FollowUpNeed } from '../follow-up-need.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Outcome } from '../rules.ts'
import { TriageNeed } from '../triage-need.ts'
import type { NeedData } from './need.tsx'

const words = { zh, en }
const name = namesOf(TriageNeed)
const followName = namesOf(FollowUpNeed)

/** What becomes of a need: a matter for a branch, an answer, a department, or why not. */
export function DecideForms(shown: Shown<NeedData>) {
  const t = useWords(words).one
  const { need } = shown.data
  return (
    <Section title={t.decide}>
      <p>{t.makeMatterWhy}</p>
      <p>
        <LinkButton kind="main" href={to(urls.publishMatter, { needId: need.id })}>
          {t.makeMatter}
        </LinkButton>
      </p>
      <TriageForm {...shown} how="answered" label={t.answerNow} />
      <TriageForm {...shown} how="referred" label={t.refer} />
      <TriageForm {...shown} how="refused" label={t.refuse} />
    </Section>
  )
}

type TriageProps = Shown<NeedData> & { how: Outcome; label: string }

function TriageForm({ how, label, data, form, formKey }: TriageProps) {
  const t = useWords(words).one
  const here = { needId: data.need.id }
  const state = form('triage')
  const mine = state.values['how'] === how
  const referred = how === 'referred'
  return (
    <details open={mine}>
      <summary>{label}</summary>
      <Form
        id={how}
        action={to(urls.need, here, { do: 'triage' })}
        formKey={`${formKey}${how}`}
        state={mine ? state : undefined}
      >
        <input type="hidden" name={name('needId')} value={data.need.id} />
        <input type="hidden" name={name('how')} value={how} />
        {referred && (
          <TextField
            name={name('department')}
            label={t.department}
            hint={t.departmentHint}
            maxLength={60}
            required
          />
        )}
        <TextArea
          name={name('answer')}
          label={referred ? t.referWords : t.answer}
          rows={3}
          maxLength={600}
          required={!referred}
        />
        <Button>{t.send}</Button>
      </Form>
    </details>
  )
}

/** What the department did, to be asked in time. */
export function FollowUpForm({ data, form, formKey }: Shown<NeedData>) {
  const t = useWords(words).one
  const here = { needId: data.need.id }
  return (
    <Section title={t.followUp}>
      <Form
        action={to(urls.need, here, { do: 'followUp' })}
        formKey={formKey}
        state={form('followUp')}
      >
        <input type="hidden" name={followName('needId')} value={data.need.id} />
        <TextArea name={followName('words')} label={t.followUp} rows={3} maxLength={600} required />
        <Button kind="main">{t.send}</Button>
      </Form>
    </Section>
  )
}

/** Needs that wait and matters on the board that this one is like. */
export function Alike({ data, form, formKey }: Shown<NeedData>) {
  const t = useWords(words).one
  const titleOf = useTitle()
  const { needs, matters } = data.alike
  const { refusal } = form('join')
  if (needs.length === 0 && matters.length === 0) return null
  return (
    <Section title={t.alike}>
      {refusal && <p class="issue">{refusal}</p>}
      {matters.length > 0 && <p>{t.alikeMatters}</p>}
      <ul class="plain">
        {matters.map((matter) => (
          <li key={matter.id}>
            <a href={to(urls.matter, { matterId: matter.id })}>{titleOf(matter)}</a>{' '}
            {matter.communityId === data.need.communityId && (
              <PostButton
                action={to(urls.need, { needId: data.need.id }, { do: 'join' })}
                formKey={`${formKey}${matter.id}`}
                values={{ needId: data.need.id, matterId: matter.id }}
                kind="quiet"
              >
                {t.join}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {needs.length > 0 && <p>{t.alikeNeeds}</p>}
      <ul class="plain">
        {needs.map((need) => (
          <li key={need.id}>
            <a href={to(urls.need, { needId: need.id })}>{need.words}</a>{' '}
            <span class="quietly">{need.communityName}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** How to reach the resident, once the reader has asked for it. */
export function Contact({ data, formKey }: Shown<NeedData>) {
  const t = useWords(words).one
  const { need, contact } = data
  return (
    <Section title={t.reach}>
      {contact ? (
        <Facts
          items={[
            { term: t.name, value: contact.name },
            {
              term: t.phone,
              value: contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>,
            },
            { term: t.how, value: contact.how },
          ].filter(({ value }) => value)}
        />
      ) : (
        <>
          <p class="quietly">{t.openWhy}</p>
          <PostButton
            action={to(urls.need, { needId: need.id }, { do: 'contact' })}
            formKey={`${formKey}contact`}
            values={{ needId: need.id }}
            icon="phone"
          >
            {t.open}
          </PostButton>
        </>
      )}
    </Section>
  )
}
