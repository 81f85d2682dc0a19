import { unitsOf } from '#app/modules/organisation/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Empty, Stat, Stats } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunOffice, officeRoles, scopeOf } from '../../access.ts'
import { ChooseColumns, chooseColumns } from '../choose-columns.ts'
import { ImportPeople, importPeople } from '../import-people.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findPeopleFile, judgedRows, type PeopleFile } from '../queries.ts'
import { importFields, type Judged, listedRoles, whyNotImported, whyNotReadable } from '../rules.ts'

const words = { zh, en }
const Choosing = ChooseColumns.omit({ importId: true })
const name = namesOf(Choosing)

type Data = {
  file: PeopleFile
  units: { id: string; name: string }[]
  judged: Judged[]
}

/** A list of people before it is entered: what each row would become, and what its columns are. */
export const peopleFilePage = page<Data>({
  title: ({ file }, language) => file.fileName || words[language].late.unnamed,
  async load(ctx, { params }) {
    authorise(mayRunOffice(ctx.actor))
    const file = found(await findPeopleFile(ctx, params['importId']!))
    const units = await unitsOf(ctx, scopeOf(ctx.actor, officeRoles).unitIds)
    const readable = whyNotReadable(file) === null
    return { file, units, judged: readable ? await judgedRows(ctx, file) : [] }
  },
  actions: {
    choose: action(Choosing, async (ctx, input, { params }) => {
      const importId = params['importId']!
      await chooseColumns(ctx, { ...input, importId })
      return { to: to(urls.peopleFile, { importId }), done: 'people.columnsChosen' }
    }),
    import: action(ImportPeople.omit({ importId: true }), async (ctx, input, { params }) => {
      const importId = params['importId']!
      await importPeople(ctx, { ...input, importId })
      return { to: to(urls.peopleFile, { importId }), done: 'people.imported' }
    }),
  },
  view: (shown) => <PeopleFilePreview {...shown} />,
})

function PeopleFilePreview(shown: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const { file, judged } = shown.data
  const unreadable = whyNotReadable(file)
  const of = (is: Judged['is']) => judged.filter((row) => row.is === is)
  return (
    <>
      <PageHead
        over={file.doneAt ? t.file.overDone : t.file.over}
        title={file.fileName || t.late.unnamed}
        lead={t.file.forgets}
        back={{ href: urls.peopleFiles, label: t.title }}
      />
      {file.doneAt && (
        <Callout kind="saved" title={t.late.added(file.added ?? 0)}>
          <LinkButton href={urls.people}>{t.people}</LinkButton>
        </Callout>
      )}
      {unreadable && <Callout kind="warning" title={reason(unreadable)} />}
      {!unreadable && !file.doneAt && (
        <>
          <Stats>
            <Stat figure={of('new').length} label={t.file.new} href="#new" />
            <Stat figure={of('known').length} label={t.file.known} href="#known" />
            <Stat figure={of('faulty').length} label={t.file.faulty} href="#faulty" />
          </Stats>
          <Enter {...shown} added={of('new').length} faulty={of('faulty').length} />
          <Rows is="faulty" {...shown} />
          <Rows is="known" {...shown} />
          <Rows is="new" {...shown} />
        </>
      )}
      {!file.doneAt && <ColumnsOf {...shown} />}
    </>
  )
}

/** All of the list, or only its good rows; pressed after it was looked through. */
function Enter({
  data: { file, judged },
  form,
  formKey,
  added,
  faulty,
}: Shown<Data> & { added: number; faulty: number }) {
  const t = useWords(words).file
  const action = to(urls.peopleFile, { importId: file.id }, { do: 'import' })
  const { refusal } = form('import')
  return (
    <Section title={t.import}>
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {added === 0 && <Empty>{t.nobody}</Empty>}
      {added > 0 && faulty > 0 && <p>{t.allOrNothing}</p>}
      {added > 0 && (
        <Actions>
          <PostButton
            kind="main"
            action={action}
            formKey={formKey}
            values={{ onlyGood: faulty > 0 ? 'yes' : '' }}
            whyNot={whyNotImported(file)}
          >
            {faulty > 0 ? t.onlyGood(added, faulty) : t.all(added)}
          </PostButton>
        </Actions>
      )}
      {judged.length > 0 && (
        <p>
          {t.wholeLead}
          <WholeList file={file} judged={judged} />
        </p>
      )}
    </Section>
  )
}

/** The same file back, with what becomes of each row at its end. */
function WholeList({ file, judged }: { file: PeopleFile; judged: readonly Judged[] }) {
  const t = useWords(words).file
  const resultOf = useResult()
  const headings = file.rows[file.headingsAt]?.fields ?? []
  const results = new Map(judged.map((row) => [row.row, resultOf(row)]))
  const columns = headings.map((heading, at) => ({
    label: heading,
    value: (row: PeopleFile['rows'][number]) => row.fields[at] ?? '',
  }))
  const result = {
    label: t.result,
    value: (row: PeopleFile['rows'][number]) => results.get(row.number) ?? '',
  }
  return (
    <TableFile
      caption={t.whole}
      exports="results"
      rows={file.rows.slice(file.headingsAt + 1)}
      columns={[...columns, result]}
    />
  )
}

function useResult(): (row: Judged) => string {
  const t = useWords(words)
  const { reason } = useSpeech()
  return (row) => {
    if (row.is === 'new') return t.file.willBeAdded
    return row.is === 'known' ? t.likeness[row.by] : reason(row.fault)
  }
}

const mostShown = 100

function Rows({ data, visit, is }: Shown<Data> & { is: Judged['is'] }) {
  const { file: t, fields: names } = useWords(words)
  const resultOf = useResult()
  const rows = data.judged.filter((row) => row.is === is)
  if (rows.length === 0) return null
  return (
    <Section title={t[is]} id={is}>
      {rows.length > mostShown && <p class="quietly">{t.first(mostShown)}</p>}
      <DataTable
        caption={t[is]}
        exports={is}
        rows={visit.whole ? rows : rows.slice(0, mostShown)}
        columns={[
          { key: 'row', label: t.row, amount: true, cell: (row) => row.row },
          { key: 'name', label: names.name, names: true, cell: (row) => row.name },
          { key: 'unit', label: names.unit, cell: (row) => row.unit },
          { key: 'result', label: t.result, cell: resultOf },
        ]}
      />
    </Section>
  )
}

const mostColumns = 40

/** What each column of the file is, and what the file leaves out. */
function ColumnsOf({ data: { file, units }, form, formKey }: Shown<Data>) {
  const w = useWords(words)
  const t = w.file
  const headings = file.rows[file.headingsAt]?.fields ?? []
  const first = file.rows[file.headingsAt + 1]?.fields ?? []
  return (
    <Section title={t.columns}>
      <p class="quietly">{t.columnsLead}</p>
      <Form
        action={to(urls.peopleFile, { importId: file.id }, { do: 'choose' })}
        formKey={formKey}
        state={form('choose')}
      >
        {file.columns.slice(0, mostColumns).map((field, at) => (
          <SelectField
            key={at}
            name={name(`columns.${at}`)}
            label={headings[at] || t.column(at + 1)}
            hint={first[at] ? t.example(first[at]) : undefined}
            blank={t.unused}
            value={field ?? ''}
            options={importFields.map((each) => ({ value: each, label: w.fields[each] }))}
          />
        ))}
        <h3>{t.otherwise}</h3>
        <SelectField
          name={name('unitId')}
          label={t.unit}
          blank={t.noUnit}
          value={file.unitId ?? ''}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        <SelectField
          name={name('role')}
          label={t.role}
          blank={t.noRole}
          value={file.role ?? ''}
          options={listedRoles.map((role) => ({ value: role, label: w.roles[role] }))}
        />
        <Button>{t.keep}</Button>
      </Form>
    </Section>
  )
}
