import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import {
  CheckboxField,
  DateField,
  NumberField,
  SelectField,
  TextField,
  TimeField,
} from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { History, Slip, Task, TaskList } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { Search } from '#app/ui/search.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { GiveServiceConsent } from '../../youth/give-service-consent.ts'
import { ApplyToServe } from '../apply-to-serve.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PlanShifts } from '../plan-shifts.ts'
import type { ApplicationRow } from '../queries.ts'
import { whyNotVetted } from '../rules.ts'
import type { PostData } from './post.tsx'

const words = { zh, en }
const applyName = namesOf(ApplyToServe)
const shiftName = namesOf(PlanShifts)
const paperName = namesOf(GiveServiceConsent)

type Desk = NonNullable<PostData['desk']>
type DeskShown = Shown<PostData> & { desk: Desk }

/** What who runs a post does: looks at applications, files papers, plans shifts, applies for others. */
export function PostDesk(shown: DeskShown) {
  const t = useWords(words)
  const { fact: say } = useSpeech()
  const { desk, data, visit, formKey } = shown
  const waiting = desk.applications.filter(({ state }) => state !== 'approved')
  return (
    <>
      {waiting.length > 0 && <Vetting {...shown} waiting={waiting} />}
      {data.post.teamId !== null && <Papers {...shown} />}
      {!data.post.closedAt && <Planning {...shown} />}
      {!data.post.closedAt && <ForOthers {...shown} />}
      <Section title={t.post.history}>
        <History
          items={desk.history.map((fact) => ({
            when: <Time at={fact.at} now={visit.now} />,
            who: fact.actor,
            what: say(fact.name),
            onBehalfOf: fact.onBehalfOf ?? undefined,
            why: fact.reason ?? undefined,
          }))}
        />
        {!data.post.closedAt && (
          <PostButton
            action={to(urls.post, { postId: data.post.id }, { do: 'close' })}
            formKey={formKey}
            kind="danger"
          >
            {t.post.close}
          </PostButton>
        )}
      </Section>
    </>
  )
}

function Vetting({
  desk,
  waiting,
  data,
  visit,
  formKey,
}: DeskShown & { waiting: ApplicationRow[] }) {
  const t = useWords(words)
  const readerId = visit.reader.actor.personId
  const decide = (application: ApplicationRow, decision: 'approve' | 'decline', label: string) => {
    const second = application.state === 'vetted'
    if (second && !desk.mayApprove) return null
    return (
      <PostButton
        action={to(urls.post, { postId: data.post.id }, { do: 'vet' })}
        formKey={formKey}
        values={{ applicationId: application.id, decision }}
        kind={decision === 'approve' ? 'plain' : 'quiet'}
        whyNot={whyNotVetted(application, readerId)}
      >
        {label}
      </PostButton>
    )
  }
  return (
    <Section title={t.post.vet} id="vet">
      <TaskList>
        {waiting.map((application) => (
          <Task
            key={application.id}
            title={application.name}
            when={t.states[application.state]}
            action={
              <>
                {decide(
                  application,
                  'approve',
                  application.state === 'vetted' ? t.post.second : t.post.first,
                )}
                {decide(application, 'decline', t.post.decline)}
              </>
            }
          >
            {application.wished && (
              <>
                {t.post.wished}{' '}
                <Time at={application.wished.start} to={application.wished.end} now={visit.now} />
              </>
            )}
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}

/** Children whose guardians have not consented yet; the signed paper is filed here. */
function Papers({ desk, data, form, formKey }: DeskShown) {
  const t = useWords(words).post
  const missing = desk.applications.filter(
    ({ personId, consentId }) =>
      consentId === null && (desk.guardians.get(personId) ?? []).length > 0,
  )
  if (missing.length === 0) return null
  return (
    <Section title={t.paper}>
      <p class="quietly">{t.paperHint}</p>
      {missing.map((application) => (
        <details key={application.id}>
          <summary>{application.name}</summary>
          <Form
            action={to(urls.post, { postId: data.post.id }, { do: 'paper' })}
            formKey={formKey}
            state={form('paper')}
            id={`paper-${application.id}`}
          >
            <input type="hidden" name={paperName('applicationId')} value={application.id} />
            <SelectField
              name={paperName('signedBy')}
              label={t.signedBy}
              required
              options={desk.guardians.get(application.personId)!.map((id) => ({
                value: id,
                label: desk.guardianNames.get(id) ?? '',
              }))}
            />
            <TextField
              name={paperName('pickUp')}
              label={t.pickUp}
              hint={t.pickUpHint}
              maxLength={60}
              value={application.pickUp}
            />
            <Button>{t.filePaper}</Button>
          </Form>
        </details>
      ))}
    </Section>
  )
}

function Planning({ data, form, formKey }: DeskShown) {
  const t = useWords(words).post
  return (
    <Section title={t.plan} id="plan">
      <Form
        action={to(urls.post, { postId: data.post.id }, { do: 'plan' })}
        formKey={formKey}
        state={form('plan')}
        id="plan-form"
      >
        <DateField name={shiftName('date')} label={t.firstDay} required />
        <TimeField name={shiftName('from')} label={t.from} required />
        <TimeField name={shiftName('to')} label={t.to} hint={t.toHint} required />
        <NumberField
          name={shiftName('needed')}
          label={t.needed}
          required
          min={1}
          max={200}
          unit={t.people}
        />
        <NumberField
          name={shiftName('days')}
          label={t.days}
          min={1}
          max={31}
          unit={t.daysUnit}
          value="1"
        />
        <Button>{t.submitPlan}</Button>
      </Form>
    </Section>
  )
}

function ForOthers({ desk, data, form, formKey }: DeskShown) {
  const t = useWords(words).post
  const { typed, people } = desk.found
  const typedFor = form('apply').values[applyName('personId')]
  const known = new Set(desk.applications.map(({ personId }) => personId))
  return (
    <Section title={t.forOther} id="others">
      <Search
        action={`${to(urls.post, { postId: data.post.id })}#others`}
        name="find"
        label={t.find}
        value={typed}
      />
      {typed !== '' && people.length === 0 && <p>{t.nobody}</p>}
      {people
        .filter(({ id }) => !known.has(id))
        .map((person) => (
          <Slip key={person.id} title={person.name}>
            {person.unitName && <p class="quietly">{person.unitName}</p>}
            <Form
              action={to(urls.post, { postId: data.post.id }, { do: 'apply' })}
              formKey={formKey}
              state={typedFor === person.id ? form('apply') : undefined}
              id={`for-${person.id}`}
            >
              <input type="hidden" name={applyName('personId')} value={person.id} />
              {data.post.needsTraining && (
                <CheckboxField name={applyName('trained')} label={t.trainedThey} />
              )}
              {data.post.needsHealth && (
                <CheckboxField name={applyName('healthy')} label={t.healthyThey} />
              )}
              <Button>{t.applyFor}</Button>
            </Form>
          </Slip>
        ))}
    </Section>
  )
}
