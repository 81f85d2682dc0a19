import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { BadRows } from '#app/ui/bad-rows.tsx'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Empty, Stat, Stats } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { findSession, type SessionRow, shownTo } from '../../queries.ts'
import { questionsOf } from '../../questions/queries.ts'
import { answerKey, type Question } from '../../questions/rules.ts'
import { seatsWaitedFor } from '../../waitlist/queries.ts'
import { maySendList } from '../access.ts'
import { ChooseColumns, chooseColumns } from '../choose-columns.ts'
import { EnterList, enterList } from '../enter-list.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findSentList, judgedRows, type SentList } from '../queries.ts'
import { type Judged, type ListField, listFields, whyNotChanged, whyNotReadable } from '../rules.ts'

const words = { zh, en }
const Choosing = ChooseColumns.omit({ listId: true, sessionId: true })
const name = namesOf(Choosing)

type Data = {
  session: SessionRow
  list: SentList
  questions: Question[]
  judged: Judged[]
  inLine: number
}

/** A list of sign-ups before it is entered: what each row would become, and what its columns are. */
export const signUpListPage = page<Data>({
  title: ({ list }, language) => list.fileName || words[language].lists.unnamed,
  async load(ctx, { params }) {
    const session = found(shownTo(ctx.actor, await findSession(ctx, params['sessionId']!)))
    authorise(maySendList(ctx.actor, session))
    const list = found(await findSentList(ctx, session, params['listId']!))
    const readable = whyNotReadable(list) === null
    return {
      session,
      list,
      questions: await questionsOf(ctx, session.id),
      judged: readable ? await judgedRows(ctx, session, list) : [],
      inLine: await seatsWaitedFor(ctx, session.id),
    }
  },
  actions: {
    choose: action(Choosing, async (ctx, input, { params }) => {
      const here = { sessionId: params['sessionId']!, listId: params['listId']! }
      await chooseColumns(ctx, { ...input, ...here })
      return { to: to(urls.signUpList, here), done: 'signUps.columnsChosen' }
    }),
    enter: action(EnterList.pick({ whole: true }), async (ctx, input, { params }) => {
      const here = { sessionId: params['sessionId']!, listId: params['listId']! }
      await enterList(ctx, { ...input, ...here })
      return { to: to(urls.signUpList, here), done: 'signUps.listEntered' }
    }),
  },
  view: (shown) => <Preview {...shown} />,
})

function Preview(shown: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const { list, judged, session } = shown.data
  const { id: sessionId } = session
  const unreadable = whyNotReadable(list)
  const of = (is: Judged['is']) => judged.filter((row) => row.is === is)
  const isOpen = !unreadable && !list.doneAt
  return (
    <>
      <PageHead
        over={list.doneAt ? t.list.overDone : t.list.over}
        title={list.fileName || t.lists.unnamed}
        lead={`${useTitle()(session)} · ${t.lists.lateLead}`}
        back={{ href: to(urls.signUpLists, { sessionId }), label: t.lists.title }}
      />
      {list.doneAt && (
        <Callout kind="saved" title={t.list.entered(list.seated ?? 0, list.waiting ?? 0)}>
          <LinkButton href={to(urls.session, { sessionId })}>{t.list.toSession}</LinkButton>
        </Callout>
      )}
      {unreadable && <Callout kind="warning" title={reason(unreadable)} />}
      {isOpen && (
        <>
          <Stats>
            <Stat figure={of('new').length} label={t.list.new} href="#new" />
            <Stat figure={of('known').length} label={t.list.known} href="#known" />
            <Stat figure={of('faulty').length} label={t.list.faulty} href="#faulty" />
          </Stats>
          <Enter {...shown} coming={of('new').length} faulty={of('faulty').length} />
        </>
      )}
      <Rows is="faulty" {...shown} />
      {isOpen && <Rows is="known" {...shown} />}
      {isOpen && <Rows is="new" {...shown} />}
      {!list.doneAt && <ColumnsOf {...shown} />}
    </>
  )
}

/** The good rows, entered once they were looked through; without faults it is all or none. */
function Enter(shown: Shown<Data> & { coming: number; faulty: number }) {
  const t = useWords(words).list
  const { list, session, inLine } = shown.data
  const { coming, faulty } = shown
  const here = { sessionId: session.id, listId: list.id }
  const { refusal } = shown.form('enter')
  const free = Math.max(0, session.seats - session.taken)
  return (
    <Section title={t.enter}>
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {coming === 0 ? (
        <Empty>{t.nobody}</Empty>
      ) : (
        <>
          <p>{t.room(free, inLine)}</p>
          <Actions>
            <PostButton
              kind="main"
              action={to(urls.signUpList, here, { do: 'enter' })}
              formKey={shown.formKey}
              values={faulty > 0 ? {} : { whole: 'yes' }}
              whyNot={whyNotChanged(list)}
            >
              {faulty > 0 ? t.enterGood(coming, faulty) : t.enterAll(coming)}
            </PostButton>
          </Actions>
          {faulty > 0 && <p class="quietly">{t.orNone}</p>}
        </>
      )}
    </Section>
  )
}

function useResult(): (row: Judged) => string {
  const t = useWords(words).list
  const { reason } = useSpeech()
  return (row) => {
    if (row.is === 'new') return t.willCome
    return row.is === 'known' ? t.isKnown : reason(row.fault)
  }
}

const mostShown = 100

function Rows({ data, visit, is }: Shown<Data> & { is: Judged['is'] }) {
  const t = useWords(words)
  const resultOf = useResult()
  const rows = data.judged.filter((row) => row.is === is)
  if (rows.length === 0) return null
  return (
    <Section title={t.list[is]} id={is}>
      {rows.length > mostShown && <p class="quietly">{t.list.first(mostShown)}</p>}
      {is === 'faulty' && <Faulty {...data} />}
      <DataTable
        caption={t.list[is]}
        exports={is}
        rows={visit.whole ? rows : rows.slice(0, mostShown)}
        columns={[
          { key: 'row', label: t.list.row, amount: true, cell: (row) => row.row },
          { key: 'name', label: t.fields.name, names: true, cell: (row) => row.name },
          { key: 'unit', label: t.fields.unit, cell: (row) => row.unit },
          { key: 'result', label: t.list.result, cell: resultOf },
        ]}
      />
    </Section>
  )
}

/** The faulty rows as a file of their own. */
function Faulty({ list, judged }: Data) {
  const t = useWords(words).list
  const resultOf = useResult()
  const bad = new Map(
    judged.flatMap((row) => (row.is === 'faulty' ? [[row.row, resultOf(row)] as const] : [])),
  )
  return <BadRows lead={t.badLead} caption={t.bad} reason={t.result} list={list} bad={bad} />
}

const mostColumns = 40

/** What each column of the file is. */
function ColumnsOf({ data: { list, session, questions }, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const headings = list.rows[list.headingsAt]?.fields ?? []
  const first = list.rows[list.headingsAt + 1]?.fields ?? []
  const asked = new Map(
    questions.map(({ position, label, labelEn }) => [
      answerKey(position) as ListField,
      language === 'en' && labelEn ? labelEn : label,
    ]),
  )
  const own: Partial<Record<ListField, string>> = t.fields
  const options = listFields.flatMap((value) => {
    const label = own[value] ?? asked.get(value)
    return label === undefined ? [] : [{ value, label }]
  })
  return (
    <Section title={t.list.columns}>
      <p class="quietly">{t.list.columnsLead}</p>
      <Form
        action={to(urls.signUpList, { sessionId: session.id, listId: list.id }, { do: 'choose' })}
        formKey={`${formKey}c`}
        state={form('choose')}
      >
        {list.columns.slice(0, mostColumns).map((field, at) => (
          <SelectField
            key={at}
            name={name(`columns.${at}`)}
            label={headings[at] || t.list.column(at + 1)}
            hint={first[at] ? t.list.forExample(first[at]) : undefined}
            blank={t.list.unused}
            value={field ?? ''}
            options={options}
          />
        ))}
        <Button>{t.list.keep}</Button>
      </Form>
    </Section>
  )
}
