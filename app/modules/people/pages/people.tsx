import { z } from 'zod'
import { unitsOf } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { dayOf, yearsBetween } from '#app/platform/time.ts'
import { Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Empty } from '#app/ui/lists.tsx'
import { Columns, PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { type Column, DataTable, Pager } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunOffice, officeRoles, type Scope, scopeOf, unitRoles } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { NameGuardian, nameGuardian } from '../name-guardian.ts'
import { findPerson, type PersonRow, peopleIn, peopleOnPage } from '../queries.ts'
import { pageOf } from '../rules.ts'

const words = { zh, en }

type Data = {
  search: string
  unitId: string | null
  units: { id: string; name: string }[]
  page: number
  rows: PersonRow[]
  total: number
  /** For whom a guardian is being chosen. */
  child: { id: string; name: string } | null
}

/** The people of the units one runs; the office sees those of the whole street. */
export const peoplePage = page<Data>({
  title: (_, language) => words[language].list.title,
  async load(ctx, { query, whole }) {
    const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    authorise(scope.unitIds.length > 0)
    const units = await unitsOf(ctx, scope.unitIds)
    const unitId = units.find((unit) => unit.id === query.get('unit'))?.id ?? null
    const search = (query.get('q') ?? '').trim().slice(0, 60)
    const page = pageOf(query.get('page'))
    const child = await childAsked(ctx, query)
    const within: Scope | 'everyone' = mayRunOffice(ctx.actor) ? 'everyone' : scope
    const list = await peopleIn(ctx, { scope: within, unitId, search }, whole ? 'all' : page)
    return { search, unitId, units, page, child, ...list }
  },
  actions: {
    chooseGuardian: action(NameGuardian, async (ctx, input) => {
      await nameGuardian(ctx, input)
      return { to: to(urls.person, { personId: input.childId }), done: 'guardian.named' }
    }),
  },
  view: (shown) => <People {...shown} />,
})

async function childAsked(ctx: Context, query: Visit['query']): Promise<Data['child']> {
  const wanted = z.uuid().safeParse(query.get('guardianOf')).data
  if (wanted === undefined) return null
  const { id, name } = found(await findPerson(ctx, wanted))
  return { id, name }
}

function People(shown: Shown<Data>) {
  const t = useWords(words).list
  const { search, unitId, page, total, child } = shown.data
  const here = { q: search, unit: unitId, guardianOf: child?.id }
  const pages = Math.max(1, Math.ceil(total / peopleOnPage))
  const { refusal } = shown.form('chooseGuardian')
  return (
    <>
      <PageHead
        title={child ? t.choosing(child.name) : t.title}
        lead={t.lead}
        actions={
          <>
            <LinkButton href={urls.newPerson} icon="plus">
              {t.add}
            </LinkButton>
            {mayRunOffice(shown.visit.reader.actor) && (
              <LinkButton href={urls.peopleFiles}>{t.fromTable}</LinkButton>
            )}
          </>
        }
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      <Columns first beside={<Narrow {...shown.data} />}>
        <PeopleTable {...shown} here={here} />
        {pages > 1 && (
          <Pager
            page={page}
            pages={pages}
            total={total}
            href={(next) => to(urls.people, null, { ...here, page: next })}
          />
        )}
      </Columns>
    </>
  )
}

function Narrow({ search, unitId, units, child }: Data) {
  const t = useWords(words).list
  return (
    <Form method="get" action={urls.people}>
      {child && <input type="hidden" name="guardianOf" value={child.id} />}
      <TextField type="search" name="q" label={t.search} hint={t.searchHint} value={search} />
      {units.length > 1 && (
        <SelectField
          name="unit"
          label={t.unit}
          blank={t.everywhere}
          value={unitId ?? ''}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      )}
      <Button>{t.find}</Button>
    </Form>
  )
}

type Here = Record<string, string | null | undefined>

function PeopleTable({ data, visit, formKey, here }: Shown<Data> & { here: Here }) {
  const w = useWords(words)
  const t = w.list
  const today = dayOf(visit.now)
  const { child } = data
  const columns: Column<PersonRow>[] = [
    {
      key: 'name',
      label: t.name,
      names: true,
      cell: (row) => <a href={to(urls.person, { personId: row.id })}>{row.name}</a>,
    },
    { key: 'unit', label: t.unit, cell: (row) => row.unitName ?? '' },
    {
      key: 'roles',
      label: t.roles,
      cell: (row) => w.together(row.roles.map((role) => w.roles[role])),
    },
    {
      key: 'age',
      label: t.age,
      amount: true,
      cell: (row) => (row.bornOn === null ? '' : w.age(yearsBetween(row.bornOn, today))),
      value: (row) => row.bornOn && yearsBetween(row.bornOn, today),
    },
    { key: 'reach', label: t.reach, cell: (row) => w.reach[row.reach] },
  ]
  if (child) {
    columns.push({
      key: 'act',
      label: t.act,
      acts: true,
      cell: (row) => (
        <PostButton
          action={to(urls.people, null, { ...here, do: 'chooseGuardian' })}
          formKey={`${formKey}${row.id}`}
          values={{ childId: child.id, guardianId: row.id }}
        >
          {t.choose}
        </PostButton>
      ),
    })
  }
  return (
    <DataTable
      caption={t.caption}
      asOf={visit.now}
      rows={data.rows}
      columns={columns}
      empty={<Empty>{t.none}</Empty>}
    />
  )
}
