import { maskedPhone } from '#app/modules/people/accounts/rules.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayAnswerRequests } from '../access.ts'
import { AnswerRequest, answerRequest } from '../answer-request.ts'
import { ForgetPerson, forgetPerson } from '../forget-person.ts'
import { en as keptEn } from '../kept/messages.en.ts'
import { zh as keptZh } from '../kept/messages.zh.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Fate, fateOf, findRequest, handingOver } from '../queries.ts'
import { whyNotForgotten } from '../rules.ts'

const words = { zh, en }
const kept = { zh: keptZh, en: keptEn }
const name = namesOf(AnswerRequest)

type Data = {
  request: NonNullable<Awaited<ReturnType<typeof findRequest>>>
  person: NonNullable<Awaited<ReturnType<typeof findPerson>>>
  /** For a deletion: what goes and what stays, and what has to be handed over before. */
  fate: Fate[]
  first: string[]
}

/** One request about someone's data: the office sees what it would do, and answers. */
export const privacyRequestPage = page<Data>({
  title: ({ person }, language) => words[language].request.title(person.name),
  async load(ctx, { params }) {
    const request = found(await findRequest(ctx, params['requestId']!))
    authorise(mayAnswerRequests(ctx.actor))
    const deletion = request.kind === 'deletion' && request.status === 'open'
    return {
      request,
      person: found(await findPerson(ctx, request.personId)),
      fate: deletion ? await fateOf(ctx, request.personId) : [],
      first: deletion ? await handingOver(ctx, request.personId) : [],
    }
  },
  actions: {
    answer: action(AnswerRequest, async (ctx, input) => {
      await answerRequest(ctx, input)
      return { to: urls.privacyRequests, done: 'request.answered' }
    }),
    forget: action(ForgetPerson, async (ctx, input) => {
      await forgetPerson(ctx, input)
      return { to: urls.privacyRequests, done: 'person.forgotten' }
    }),
  },
  view: (shown) => <Request {...shown} />,
})

const doing = ({ request }: Data, what: string) =>
  to(urls.privacyRequest, { requestId: request.id }, { do: what })

function Request(shown: Shown<Data>) {
  const w = useWords(words)
  const t = w.request
  const { request, person } = shown.data
  const refusal = shown.form('forget').refusal
  return (
    <>
      <PageHead
        title={`${person.name} · ${w.mine.asked[request.kind]}`}
        over={<Time at={request.madeAt} now={shown.visit.now} />}
        back={{ href: urls.privacyRequests, label: t.back }}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {request.words !== '' && (
        <Section title={t.said}>
          <p>{request.words}</p>
        </Section>
      )}
      {request.kind === 'correction' && <Wanted {...shown} />}
      {request.answer !== null && <Callout kind="info" title={request.answer} />}
      {request.status === 'open' && request.kind === 'deletion' && <Preview {...shown} />}
      {request.status === 'open' && <Answer {...shown} />}
    </>
  )
}

function Wanted({ data: { request, person } }: Shown<Data>) {
  const w = useWords(words)
  const { code } = useSpeech()
  const t = w.request
  const { name: named, bornOn, phone, dialect, joinedPartyOn } = w.mine
  const { gender = '', reach = '', unit_id: homeUnitId = '' } = useWords(kept).columns
  const others = { bornOn, phone, dialect, joinedPartyOn, gender, reach, homeUnitId }
  const fields: Record<string, string> = { name: named, ...others }
  const wanted = Object.entries(request.wanted as Record<string, string>)
  if (wanted.length === 0) return null
  const say = (field: string, value: string) => code('person', field, value)
  // The old number can be told apart without being opened.
  const now = (field: string) =>
    field === 'phone' && person.phone !== null
      ? maskedPhone(person.phone)
      : say(field, String(person[field as keyof typeof person] ?? ''))
  return (
    <DataTable
      caption={t.wanted}
      exports={null}
      rows={wanted}
      columns={[
        { key: 'field', label: t.field, names: true, cell: ([field]) => fields[field] ?? field },
        { key: 'now', label: t.now, cell: ([field]) => now(field) },
        { key: 'shouldBe', label: t.shouldBe, cell: ([field, to]) => say(field, to) },
      ]}
    />
  )
}

function Preview({ data, visit, formKey }: Shown<Data>) {
  const w = useWords(words)
  const k = useWords(kept)
  const t = w.request
  const { reason } = useSpeech()
  const { fate, first, person } = data
  const happens = ({ entry: { onDeletion } }: Fate) =>
    onDeletion === 'delete' ? t.goes : onDeletion === 'keep' ? t.stays : t.emptied
  return (
    <Section title={t.preview}>
      <p>{t.previewLead}</p>
      {first.length > 0 && (
        <Callout kind="failed" title={t.first}>
          <ul>
            {first.map((each) => (
              <li key={each}>{reason(each)}</li>
            ))}
          </ul>
        </Callout>
      )}
      <DataTable
        caption={t.preview}
        headed
        exports="fate"
        rows={fate}
        columns={[
          {
            key: 'table',
            label: t.table,
            names: true,
            cell: ({ entry }) => k.tables[entry.table] ?? entry.table,
          },
          { key: 'rows', label: t.rows, amount: true, cell: ({ rows }) => rows },
          { key: 'fate', label: t.fate, cell: happens },
          {
            key: 'why',
            label: t.why,
            cell: ({ entry }) => (entry.because ? w.because[entry.because] : ''),
          },
        ]}
      />
      <PostButton
        action={doing(data, 'forget')}
        formKey={`${formKey}forget`}
        values={{ personId: person.id }}
        kind="danger"
        whyNot={whyNotForgotten(person, visit.reader.actor.personId, first)}
      >
        {t.forget}
      </PostButton>
    </Section>
  )
}

function Answer({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words).request
  const { request } = data
  return (
    <Section title={t.answer}>
      <Form action={doing(data, 'answer')} formKey={formKey} state={form('answer')}>
        <input type="hidden" name={name('requestId')} value={request.id} />
        <TextArea
          name={name('answer')}
          label={t.answer}
          hint={t.answerHint}
          rows={3}
          maxLength={500}
          required
        />
        <p class="actions">
          {request.kind === 'correction' && (
            <Button kind="main" name={name('how')} value="done">
              {t.doIt}
            </Button>
          )}
          <Button name={name('how')} value="declined">
            {t.decline}
          </Button>
        </p>
      </Form>
    </Section>
  )
}
