import { nameIn } from '#app/modules/seasons/rules.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Roster, type Rosters, rostersFor } from '../queries.ts'
import { numbered, rosterColumns } from './roster-columns.tsx'

const words = { zh, en }

/** The form that goes upward: a branch's members with their hours, on the screen and on paper. */
export const rosterPage = page<Rosters | null>({
  title: (_, language) => words[language].title,
  load: (ctx, { query }) => rostersFor(ctx, query),
  view: ({ data, visit }) => (data ? <RosterForm data={data} visit={visit} /> : <NoSeason />),
})

function NoSeason() {
  const t = useWords(words)
  return (
    <>
      <PageHead title={t.title} back={{ href: urls.coverage, label: t.coverage }} />
      <Empty>{t.noSeason}</Empty>
    </>
  )
}

type Props = { data: Rosters; visit: Shown<unknown>['visit'] }

function RosterForm({ data, visit }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { season, branches, rosters } = data
  const unit = rosters.length > 1 ? 'all' : (rosters[0]?.branch.id ?? '')
  return (
    <>
      <div class="on-screen">
        <PageHead
          title={t.title}
          over={nameIn(language, season)}
          lead={t.lead}
          back={{ href: urls.coverage, label: t.coverage }}
          actions={branches.length > 0 && <Files season={season.id} unit={unit} data={data} />}
        />
        {branches.length === 0 && <Empty>{t.noBranches}</Empty>}
        {branches.length > 1 && <Choose season={season.id} unit={unit} branches={branches} />}
      </div>
      {rosters.map((roster) => (
        <BranchRoster key={roster.branch.id} data={data} roster={roster} visit={visit} />
      ))}
    </>
  )
}

function Files({ season, unit, data }: { season: string; unit: string; data: Rosters }) {
  const t = useWords(words)
  return (
    <>
      <LinkButton download icon="download" href={to(urls.rosterFile, null, { season, unit })}>
        {t.keep}
      </LinkButton>
      {unit !== 'all' && data.branches.length > 1 && (
        <LinkButton
          download
          icon="download"
          href={to(urls.rosterFile, null, { season, unit: 'all' })}
        >
          {t.keepAll}
        </LinkButton>
      )}
    </>
  )
}

function Choose(props: { season: string; unit: string; branches: Rosters['branches'] }) {
  const t = useWords(words)
  const branches = props.branches.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form method="get" action={urls.roster}>
      <input type="hidden" name="season" value={props.season} />
      <SelectField
        name="unit"
        label={t.branch}
        hint={t.print}
        blank={false}
        value={props.unit}
        options={[...branches, { value: 'all', label: t.all }]}
      />
      <Button>{t.show}</Button>
    </Form>
  )
}

function BranchRoster({ data, roster, visit }: Props & { roster: Roster }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { season, strands } = data
  const { branch, lines } = roster
  return (
    <section class="form-sheet">
      <h2>{t.heading(nameIn(language, season))}</h2>
      <p>
        {t.unit(branch.name, branch.communityName)} · {t.period(season.startsOn, season.endsOn)} ·{' '}
        {t.asOf(dayOf(visit.now))}
      </p>
      <DataTable
        caption={t.caption(branch.name)}
        exports={null}
        rows={numbered(lines)}
        columns={rosterColumns(language, season, strands)}
        empty={<Empty>{t.nobody}</Empty>}
      />
      <p class="on-paper">{t.signatures}</p>
    </section>
  )
}
