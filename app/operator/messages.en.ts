import type { zh } from './messages.zh.ts'
import type { CommandName } from './run.ts'

const database = `The database is the one of DATABASE_URL, else the built-in one in HEARTH_DATA (./data). Hearth
may be running.`

const summaries: Record<CommandName, string> = {
  serve: 'run Hearth',
  migrate: 'bring the database to this version of the program',
  import: 'bring in a file of divisions or of people',
  export: 'write out everything that is kept of a street',
  backup: 'write every table and file into a new folder',
  restore: 'put a backup back into an empty database',
  retention: 'take away what is kept no longer',
  doctor: 'look whether everything is in order',
  'create-admin': 'give a street its administrator',
  'load-demo': 'fill an empty database with the demo street',
}

const help: Record<CommandName, string> = {
  serve: `hearth serve

Runs Hearth until it is stopped by Ctrl-C or SIGTERM. Reads from the environment:
  PORT           where it answers (3000)
  HEARTH_DATA    the folder that holds the built-in database (./data)
  DATABASE_URL   a PostgreSQL server, 15 or newer, instead of the built-in one
  PUBLIC_ORIGIN  the address people type, where a proxy stands in front
  HEARTH_DEMO    1 fills an empty database with the demo street, 0 prints a set-up link (1)
  HEARTH_LOG     fatal, error, warn, info, debug, trace or silent (info)`,
  migrate: `hearth migrate

Makes or changes the tables as this version of the program needs them. \`hearth serve\` does it too.
${database}`,
  import: `hearth import divisions <file>
hearth import people <file> --street <code>

Brings in administrative divisions from CSV with the heads code,name,level,parent_code; what is known
stays. Or a list of a street's people, at most 5,000, in XLSX or CSV with the heads unit,role,name,
gender,born_on,phone,joined_party_on or their Chinese names. The unit is named as it is called here,
the role is member, volunteer, youth, guardian, staff or empty; who is known already is not entered
again. CSV is in UTF-8 or GB18030; one wrong row keeps the whole file out.
${database}`,
  export: `hearth export <street> <folder>

Writes all that is kept of a street, given by its code, into a new folder: a file of JSON lines a
table, and export.json with the counts. Sign-ins, passwords and tokens are left out.
${database}`,
  backup: `hearth backup <folder>

Writes every table and every file into a new folder, all of one moment, with manifest.json, which says
what there is.
It holds personal data: keep it as you keep the database.
${database}`,
  restore: `hearth restore <folder>

Puts a backup back into an empty database, whole or not at all, and brings it to this version.
${database}`,
  retention: `hearth retention <street> [--dry-run]

Takes away what is kept no longer in a street, given by its code: one line a table, with how many rows
and how old. With --dry-run it only says what would go. The program does it by itself every month.
${database}`,
  doctor: `hearth doctor

Looks at the configuration, the data folder, the database, and what waits or fails in it: one line
each. Ends with 1 where something is wrong.
${database}`,
  'create-admin': `hearth create-admin <street> <phone> <name> [--street-name-en <name>]

Makes someone the administrator of a street, given by its code, and prints a password for the first
sign-in. A street that is not open yet is opened; it then needs its name in English. The divisions
have to be there (hearth import).
${database}`,
  'load-demo': `hearth load-demo

Fills an empty database with the demo street. \`hearth serve\` does it by itself unless HEARTH_DEMO
is 0.
${database}`,
}

const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

export const en: typeof zh = {
  overview: (names) => `hearth <command> …

${names.map((name) => `  ${name.padEnd(14)}${summaries[name]}`).join('\n')}

hearth <command> --help says more.`,
  help,
  unknownCommand: (name) => `There is no command "${name}"; hearth --help lists them.`,
  badOption: (why) => why,
  missing: (what) => `${what} is missing.`,
  tooMany: (what) => `"${what}" is one too many.`,
  seeHelp: (name) => `hearth ${name} --help says how.`,
  arguments: {
    what: 'What to bring in',
    file: 'The file',
    street: 'The code of the street',
    folder: 'The folder',
    phone: 'The phone',
    name: 'The name',
  },
  notFound: 'There is no such thing here.',
  forbidden: 'This can’t be done from here.',
  nothingChanged: 'Nothing has been changed:',
  row: (row) => `Row ${row}`,

  portRefused: (port, code) => `Port ${port} can’t be used (${code}); set PORT to another.`,
  databaseLost: (folder) =>
    `The built-in database has ended; see pg18/postgres.log in ${folder}. Start Hearth again.`,
  setUpLink: (link) => `No street is open yet. Open the first one here, within a day: ${link}`,
  loadingDemo: 'Loading the demo street, only this once…',
  demoFailed: 'The demo street could not be loaded (see above); the next start tries again.',
  demoLoaded: 'The demo street is loaded.',
  upToDate: 'The database is up to date.',
  importWhat: (what) => `"${what}" can’t be brought in; divisions and people can.`,
  unreadableFile: (file, why) => `The file ${file} can’t be read (${why}).`,
  imported: (added, changed, kept) =>
    `${s(added, 'division')} added, ${changed} renamed, ${kept} known before.`,
  whichStreet: 'Whose people are they? Say the street’s code with --street.',
  peopleImported: (added, known) =>
    `${s(added, 'person', 'people')} entered, ${known} known before.`,
  badStreet: (code) => `There is no street with the code ${code}.`,
  nameStreet: 'The street is not open yet; say its name in English with --street-name-en.',
  adminMade: (name, phone, password) =>
    `${name} is the administrator. First sign-in: phone ${phone}, password ${password}`,
  folderTaken: (folder) => `The folder ${folder} is not empty; name a new one.`,
  folderFailed: (folder, code) => `The folder ${folder} can’t be written (${code}).`,
  backedUp: (rows, folder) => `${s(rows, 'row')} written to ${folder}.`,
  exported: (rows, folder) => `${s(rows, 'row')} written to ${folder}.`,
  noBackup: (folder) => `The folder ${folder} holds no whole backup.`,
  backupNewer: 'The backup is of a newer Hearth; upgrade the program first.',
  noTables: 'There is no Hearth in this database; check DATABASE_URL or HEARTH_DATA.',
  notEmpty: 'The database is not empty, so nothing was done to it.',
  rowsMissing: (table, wanted, found) =>
    `The backup is damaged: ${table} should have ${s(wanted, 'row')} and has ${found}. Nothing was put back.`,
  damaged: (table) =>
    `The backup is damaged: the file of ${table} can’t be read. Nothing was put back.`,
  filesMissing: (count) =>
    `${s(count, 'file')} can’t be found in the data folder; the backup is without.`,
  restored: (rows) => `${s(rows, 'row')} put back.`,

  due: (table, rows, days, oldest) =>
    `${table}: ${s(rows, 'row')} older than ${days} days, the oldest of ${oldest}`,
  wouldGo: (rows) => `${s(rows, 'row')} would go; nothing was changed.`,
  gone: (rows) => `${s(rows, 'row')} taken away.`,

  well: 'ok   ',
  ailing: 'wrong',
  configuration: (port, origin, demo) =>
    `Configuration: port ${port}, ${origin ?? 'no public origin'}, demo ${demo ? 'on' : 'off'}`,
  files: (count, size, missing) => `Files: ${count}, ${size} MB, ${missing} missing`,
  dataFolder: (folder, free) => `Data folder: ${folder}, ${free} MB free`,
  server: (version, encoding, size) => `Database: PostgreSQL ${version}, ${encoding}, ${size}`,
  roles: (missing) =>
    missing.length === 0
      ? 'Roles: all there'
      : `Roles: ${missing.join(', ')} missing; hearth migrate makes them`,
  migrations: (made, pending, unknown) =>
    unknown > 0
      ? `Tables: of a newer Hearth (${s(unknown, 'migration')} unknown)`
      : `Tables: ${s(made, 'migration')} made, ${pending} to come`,
  streets: (names) => `Streets: ${names.join(', ') || 'none open'}`,
  facts: (all, failing, stuck) =>
    `Facts: ${all} waiting, ${failing} failing, ${stuck} waiting too long`,
  messages: (all, failing, stuck) =>
    `Messages: ${all} waiting, ${failing} failing, ${stuck} waiting too long`,
}
