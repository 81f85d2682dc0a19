import type { CommandName } from './run.ts'

const database = `数据库是 DATABASE_URL 指定的那一个；没有设，就是 HEARTH_DATA（./data）里的内置数据库。
薪火开着也可以用。`

const summaries: Record<CommandName, string> = {
  serve: '运行薪火',
  migrate: '把数据库升级到本程序的版本',
  import: '导入行政区划或人员名单',
  export: '导出一个街道的全部数据',
  backup: '把所有数据表和文件备份到一个新文件夹',
  restore: '把备份恢复到空数据库',
  retention: '清理一个街道到期的资料',
  doctor: '检查各项是否正常',
  'create-admin': '给街道设一位管理员',
  'load-demo': '往空数据库里装入演示街道',
}

const help: Record<CommandName, string> = {
  serve: `hearth serve

运行薪火，按 Ctrl-C 或收到 SIGTERM 时停止。从环境变量读取：
  PORT           端口（3000）
  HEARTH_DATA    内置数据库所在的文件夹（./data）
  DATABASE_URL   不用内置数据库，改用一台 PostgreSQL 15 或更新的服务器
  PUBLIC_ORIGIN  前面有代理时，大家访问的网址
  HEARTH_DEMO    1 往空数据库里装入演示街道，0 打印一次性的开通链接（1）
  HEARTH_LOG     fatal、error、warn、info、debug、trace 或 silent（info）`,
  migrate: `hearth migrate

按本程序的版本建立或修改数据表。hearth serve 启动时也会做。
${database}`,
  import: `hearth import divisions <文件>
hearth import people <文件> --street <代码>

导入行政区划，CSV 文件，列名是 code,name,level,parent_code，已有的保留；或者导入一个街道的人员名单，
XLSX 或 CSV，最多 5000 人，列名是单位、身份、姓名、性别、出生日期、手机号、入党日期，或者 unit,role,name,
gender,born_on,phone,joined_party_on。单位写在这里的名称；身份写党员、志愿者、青少年、监护人、工作人员或留空；
已经登记过的人不再登记。CSV 用 UTF-8 或 GB18030，有一行不对就一个也不导入。
${database}`,
  export: `hearth export <街道> <文件夹>

把一个街道（写代码）的全部数据写到新文件夹：一张表一个 JSON 行文件，export.json 里是行数。登录、
密码和密钥不导出。
${database}`,
  backup: `hearth backup <文件夹>

把同一时刻的所有数据表和文件写到新文件夹，manifest.json 写明有些什么。里面有个人信息，请像数据库
一样保管。
${database}`,
  restore: `hearth restore <文件夹>

把备份恢复到空数据库，要么全部恢复，要么什么也不动，然后升级到本程序的版本。
${database}`,
  retention: `hearth retention <街道> [--dry-run]

清理一个街道（写代码）到期的资料：一张表一行，写明多少行、多旧。加 --dry-run 只说会清理什么，不动数据。
程序每月自己清理一次。
${database}`,
  doctor: `hearth doctor

检查配置、数据文件夹、数据库，以及里面等着办和办不成的事，一项一行。有不正常的，退出码是 1。
${database}`,
  'create-admin': `hearth create-admin <街道> <手机号> <姓名> [--street-name-en <英文名>]

让一个人做街道（写代码）的管理员，并打印第一次登录用的密码。街道还没有开通的会先开通，这时要写英文名。
区划要先导入（hearth import）。
${database}`,
  'load-demo': `hearth load-demo

往空数据库里装入演示街道。HEARTH_DEMO 不是 0 时，hearth serve 会自己装。
${database}`,
}

export const zh = {
  overview: (names: readonly CommandName[]) => `hearth <命令> …

${names.map((name) => `  ${name.padEnd(14)}${summaries[name]}`).join('\n')}

hearth <命令> --help 有详细说明。`,
  help,
  unknownCommand: (name: string) => `没有“${name}”这个命令，用 hearth --help 看有哪些。`,
  badOption: (why: string) => `命令写得不对：${why}`,
  missing: (what: string) => `还缺${what}。`,
  tooMany: (what: string) => `多写了“${what}”。`,
  seeHelp: (name: string) => `写法见 hearth ${name} --help。`,
  arguments: {
    what: '要导入什么',
    file: '文件',
    street: '街道的代码',
    folder: '文件夹',
    phone: '手机号',
    name: '姓名',
  },
  notFound: '这里没有。',
  forbidden: '这件事不能在这里办。',
  nothingChanged: '什么也没有改动：',
  row: (row: string) => `第 ${row} 行`,

  portRefused: (port: number, code: string) => `端口 ${port} 不能用（${code}），请用 PORT 换一个。`,
  databaseLost: (folder: string) =>
    `内置数据库停了，详见 ${folder} 里的 pg18/postgres.log。请重新启动薪火。`,
  setUpLink: (link: string) => `还没有开通街道。请在一天之内打开这个链接，开通第一个：${link}`,
  loadingDemo: '正在装入演示街道，只需一次…',
  demoFailed: '演示街道没有装好（原因见上），下次启动会重试。',
  demoLoaded: '演示街道装好了。',
  upToDate: '数据库已是最新。',
  importWhat: (what: string) =>
    `“${what}”不能导入，能导入的是 divisions（行政区划）和 people（人员）。`,
  unreadableFile: (file: string, why: string) => `读不了文件 ${file}（${why}）。`,
  imported: (added: number, changed: number, kept: number) =>
    `新增 ${added} 个区划，改名 ${changed} 个，原有 ${kept} 个。`,
  whichStreet: '是哪个街道的人员？请用 --street 写明街道的代码。',
  peopleImported: (added: number, known: number) => `登记了 ${added} 人，原来就有 ${known} 人。`,
  badStreet: (code: string) => `没有代码为 ${code} 的街道。`,
  nameStreet: '这个街道还没有开通，请用 --street-name-en 写明英文名。',
  adminMade: (name: string, phone: string, password: string) =>
    `${name}是管理员了。第一次登录：手机号 ${phone}，密码 ${password}`,
  folderTaken: (folder: string) => `文件夹 ${folder} 不是空的，请换一个新的。`,
  folderFailed: (folder: string, code: string) => `写不了文件夹 ${folder}（${code}）。`,
  backedUp: (rows: number, folder: string) => `已把 ${rows} 行写到 ${folder}。`,
  exported: (rows: number, folder: string) => `已把 ${rows} 行写到 ${folder}。`,
  noBackup: (folder: string) => `文件夹 ${folder} 里没有完整的备份。`,
  backupNewer: '这份备份出自更新的薪火，请先升级程序。',
  noTables: '这个数据库里没有薪火的数据，请看看 DATABASE_URL 或 HEARTH_DATA 对不对。',
  notEmpty: '数据库不是空的，所以什么也没有动。',
  rowsMissing: (table: string, wanted: number, found: number) =>
    `备份有损坏：${table} 应有 ${wanted} 行，只有 ${found} 行。什么也没有恢复。`,
  damaged: (table: string) => `备份有损坏：${table} 的文件读不出来。什么也没有恢复。`,
  filesMissing: (count: number) => `有 ${count} 个文件在数据文件夹里找不到，备份里没有它们。`,
  restored: (rows: number) => `恢复了 ${rows} 行。`,

  due: (table: string, rows: number, days: number, oldest: string) =>
    `${table}：${rows} 行，超过 ${days} 天，最早的是 ${oldest}`,
  wouldGo: (rows: number) => `会清理 ${rows} 行；现在什么也没有动。`,
  gone: (rows: number) => `清理了 ${rows} 行。`,

  well: '正常',
  ailing: '有误',
  configuration: (port: number, origin: string | null, demo: boolean) =>
    `配置：端口 ${port}，${origin ?? '没有设公开网址'}，演示${demo ? '开' : '关'}`,
  files: (count: number, size: number, missing: number) =>
    `文件：${count} 个，${size} MB，缺 ${missing} 个`,
  dataFolder: (folder: string, free: number) => `数据文件夹：${folder}，剩余 ${free} MB`,
  server: (version: string, encoding: string, size: string) =>
    `数据库：PostgreSQL ${version}，${encoding}，${size}`,
  roles: (missing: readonly string[]) =>
    missing.length === 0 ? '角色：齐全' : `角色：缺 ${missing.join('、')}，hearth migrate 会建`,
  migrations: (made: number, pending: number, unknown: number) =>
    unknown > 0
      ? `数据表：出自更新的薪火（有 ${unknown} 步不认识）`
      : `数据表：已做 ${made} 步，还有 ${pending} 步`,
  streets: (names: readonly string[]) => `街道：${names.join('、') || '还没有开通'}`,
  facts: (all: number, failing: number, stuck: number) =>
    `事项：${all} 件等着办，${failing} 件办不成，${stuck} 件等太久`,
  messages: (all: number, failing: number, stuck: number) =>
    `短信：${all} 条等着发，${failing} 条发不出，${stuck} 条等太久`,
}
