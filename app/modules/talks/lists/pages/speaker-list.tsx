import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { BadRows } from '#app/ui/bad-rows.tsx'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Empty, Stat, Stats } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayEnterLists } from '../access.ts'
import { ChooseListColumns, chooseListColumns } from '../choose-list-columns.ts'
import { EnterListedSpeakers, enterListedSpeakers } from '../enter-listed-speakers.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findSpeakerList, judgedRows, type SpeakerList } from '../queries.ts'
import { type Judged, listFields, whyNotEntered, whyNotReadable } from '../rules.ts'

const words = { zh, en }
const Choosing = ChooseListColumns.omit({ listId: true })
const name = namesOf(Choosing)

type Data = { list: SpeakerList; judged: Judged[] }

/** A list of speakers before it is entered: what each row would become, and what its columns are. */
export const speakerListPage = page<Data>({
  title: ({ list }, language) => list.fileName || words[language].unnamed,
  async load(ctx, { params }) {
    authorise(mayEnterLists(ctx.actor))
    const list = found(await findSpeakerList(ctx, params['listId']!))
    const readable = whyNotReadable(list) === null
    return { list, judged: readable ? await judgedRows(ctx, list) : [] }
  },
  actions: {
    choose: action(Choosing, async (ctx, input, { params }) => {
      const listId = params['listId']!
      await chooseListColumns(ctx, { ...input, listId })
      return { to: to(urls.speakerList, { listId }), done: 'speakers.columnsChosen' }
    }),
    enter: action(EnterListedSpeakers, async (ctx, input) => {
      await enterListedSpeakers(ctx, input)
      return { to: to(urls.speakerList, input), done: 'speakers.listEntered' }
    }),
  },
  view: (shown) => <Preview {...shown} />,
})

function Preview(shown: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const { list, judged } = shown.data
  const unreadable = whyNotReadable(list)
  const of = (is: Judged['is']) => judged.filter((row) => row.is === is)
  const isOpen = !unreadable && !list.doneAt
  return (
    <>
      <PageHead
        over={list.doneAt ? t.overDone : t.over}
        title={list.fileName || t.unnamed}
        lead={t.lateLead}
        back={{ href: urls.speakerLists, label: t.title }}
      />
      {list.doneAt && (
        <Callout kind="saved" title={t.added(list.added ?? 0)}>
          <LinkButton href={urls.speakers}>{t.back}</LinkButton>
        </Callout>
      )}
      {unreadable && <Callout kind="warning" title={reason(unreadable)} />}
      {isOpen && (
        <>
          <Stats>
            <Stat figure={of('new').length} label={t.new} href="#new" />
            <Stat figure={of('known').length} label={t.known} href="#known" />
            <Stat figure={of('faulty').length} label={t.faulty} href="#faulty" />
          </Stats>
          <Enter {...shown} added={of('new').length} faulty={of('faulty').length} />
        </>
      )}
      <Rows is="faulty" {...shown} />
      {isOpen && <Rows is="known" {...shown} />}
      {isOpen && <Rows is="new" {...shown} />}
      {!list.doneAt && <ColumnsOf {...shown} />}
    </>
  )
}

/** The good rows, entered once they were looked through. */
function Enter(shown: Shown<Data> & { added: number; faulty: number }) {
  const t = useWords(words)
  const { list } = shown.data
  const { added, faulty } = shown
  const { refusal } = shown.form('enter')
  return (
    <Section title={t.enter}>
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {added === 0 ? (
        <Empty>{t.nobody}</Empty>
      ) : (
        <Actions>
          <PostButton
            kind="main"
            action={to(urls.speakerList, { listId: list.id }, { do: 'enter' })}
            formKey={shown.formKey}
            values={{ listId: list.id }}
            whyNot={whyNotEntered(list)}
          >
            {faulty > 0 ? t.enterGood(added, faulty) : t.enterAll(added)}
          </PostButton>
        </Actions>
      )}
    </Section>
  )
}

function useResult(): (row: Judged) => string {
  const t = useWords(words)
  const { reason } = useSpeech()
  return (row) => {
    if (row.is === 'new') return t.willBeAdded
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
    <Section title={t[is]} id={is}>
      {rows.length > mostShown && <p class="quietly">{t.first(mostShown)}</p>}
      {is === 'faulty' && <Faulty {...data} />}
      <DataTable
        caption={t[is]}
        exports={is}
        rows={visit.whole ? rows : rows.slice(0, mostShown)}
        columns={[
          { key: 'row', label: t.row, amount: true, cell: (row) => row.row },
          { key: 'name', label: t.fields.name, names: true, cell: (row) => row.name },
          { key: 'community', label: t.fields.community, cell: (row) => row.community },
          { key: 'result', label: t.result, cell: resultOf },
        ]}
      />
    </Section>
  )
}

/** The faulty rows as a file of their own. */
function Faulty({ list, judged }: Data) {
  const t = useWords(words)
  const resultOf = useResult()
  const bad = new Map(
    judged.flatMap((row) => (row.is === 'faulty' ? [[row.row, resultOf(row)] as const] : [])),
  )
  return <BadRows lead={t.badLead} caption={t.bad} reason={t.result} list={list} bad={bad} />
}

const mostColumns = 40

/** What each column of the file is. */
function ColumnsOf({ data: { list }, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const headings = list.rows[list.headingsAt]?.fields ?? []
  const first = list.rows[list.headingsAt + 1]?.fields ?? []
  return (
    <Section title={t.columns}>
      <p class="quietly">{t.columnsLead}</p>
      <Form
        action={to(urls.speakerList, { listId: list.id }, { do: 'choose' })}
        formKey={`${formKey}c`}
        state={form('choose')}
      >
        {list.columns.slice(0, mostColumns).map((field, at) => (
          <SelectField
            key={at}
            name={name(`columns.${at}`)}
            label={headings[at] || t.column(at + 1)}
            hint={first[at] ? t.forExample(first[at]) : undefined}
            blank={t.unused}
            value={field ?? ''}
            options={listFields.map((each) => ({ value: each, label: t.fields[each] }))}
          />
        ))}
        <Button>{t.keep}</Button>
      </Form>
    </Section>
  )
}
