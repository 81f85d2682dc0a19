import { nameIn } from '#app/modules/seasons/rules.ts'
import { found } from '#app/platform/errors.ts'
import type { Download, Visit } from '#app/platform/http/page.ts'
import { type Sheet, workbookResponse, writeWorkbook } from '#app/platform/spreadsheet.ts'
import { dayOf } from '#app/platform/time.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Roster, type Rosters, rostersFor } from '../queries.ts'
import { numbered, rosterColumns } from './roster-columns.tsx'

const words = { zh, en }

/** The form that goes upward as a workbook: a sheet for each branch, ready for A4. */
export const rosterDownload: Download = {
  async respond(ctx, visit) {
    const data = found(await rostersFor(ctx, visit.query))
    const [first, another] = data.rosters
    const t = words[visit.language]
    const sheets = data.rosters.map((roster) => sheetOf(data, found(roster), visit))
    const name = t.fileName(
      nameIn(visit.language, data.season),
      another ? t.all : found(first).branch.name,
    )
    return workbookResponse(name, await writeWorkbook(sheets))
  },
}

function sheetOf({ season, strands }: Rosters, { branch, lines }: Roster, visit: Visit): Sheet {
  const { language } = visit
  const t = words[language]
  const columns = rosterColumns(language, season, strands)
  return {
    name: branch.name,
    above: [
      t.heading(nameIn(language, season)),
      [
        t.unit(branch.name, branch.communityName),
        t.period(season.startsOn, season.endsOn),
        t.asOf(dayOf(visit.now)),
      ].join('    '),
    ],
    headings: columns.map(({ label }) => label),
    rows: numbered(lines).map((line) =>
      columns.map((column) => (column.value ? column.value(line) : (column.cell(line) as string))),
    ),
    below: ['', t.signatures],
    paper: 'landscape',
  }
}
