// A command is a plain function whose paragraphs come in one order:
// load, authorise, refuse, write, record.
import type { Function as FunctionNode, Node } from 'oxc-parser'
import { placeOf } from './places.ts'
import {
  type Check,
  calledFunction,
  calledName,
  fault,
  type Source,
  sqlText,
  walk,
} from './source.ts'

/** A file's exported async functions that take a context first. */
function commandsIn(source: Source): { name: string; node: FunctionNode }[] {
  return source.program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return []
    const node = statement.declaration
    if (node?.type !== 'FunctionDeclaration' || !node.async || !node.id) return []
    const [first] = node.params
    const takesContext = first?.type === 'Identifier' && first.name === 'ctx'
    return takesContext ? [{ name: node.id.name, node }] : []
  })
}

/** order-talk.ts holds orderTalk. */
function commandName(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)
  return file.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const writes = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])
const sqlWrites = /^\s*(?:with\b.*)?\b(?:insert\s+into|update\s+\w+\s|delete\s+from)/is

function isWrite(node: Node): boolean {
  const sql = sqlText(node)
  return writes.has(calledName(node)) || (sql !== undefined && sqlWrites.test(sql))
}

/** Where the paragraphs of a command stand: offsets in the file, in order. */
function paragraphs(command: FunctionNode) {
  const found = {
    authorise: [] as number[],
    refuse: [] as number[],
    write: [] as number[],
    record: [] as number[],
  }
  walk(command, (node) => {
    const called = calledFunction(node)
    if (called.startsWith('authorise') || called === 'openToEveryone')
      found.authorise.push(node.start)
    if (called.startsWith('refuse')) found.refuse.push(node.start)
    if (called.startsWith('record')) found.record.push(node.start)
    // A chain of calls starts at its first link; what counts is where the writing call ends.
    if (isWrite(node)) found.write.push(node.end)
  })
  return found
}

function faultsOf(source: Source): string[] {
  const commands = commandsIn(source)
  const name = commandName(source.path)
  const [command] = commands
  if (commands.length !== 1 || command?.name !== name) {
    const has = commands.map((each) => each.name).join(', ') || 'none'
    return [fault(source, null, `holds one command, ${name}(ctx, …); it has ${has}`)]
  }
  const { authorise, refuse, write, record } = paragraphs(command.node)
  const [first] = authorise
  if (first === undefined) return [fault(source, command.node, `${name} does not authorise`)]
  const faults: string[] = []
  if (refuse.some((at) => at < first)) {
    faults.push(fault(source, command.node, `${name} refuses before it authorises`))
  }
  if (write.some((at) => at < first)) {
    faults.push(fault(source, command.node, `${name} writes before it authorises`))
  }
  if (record.length > 0 && write.some((at) => at > Math.max(...record))) {
    faults.push(fault(source, command.node, `${name} writes after it has recorded`))
  }
  return faults
}

const path = 'app/modules/talks/orders/order-talk.ts'
const command = (...lines: string[]) => ({
  [path]: `export async function orderTalk(ctx: Context, input: Input) {\n${lines.join('\n')}\n}`,
})

export const commandOrder: Check = {
  rule: 'a command loads, authorises, refuses, writes and records, in that order',
  find: (tree) => {
    const sources = tree.sources.filter((source) => placeOf(source.path)?.kind === 'command')
    return { looked: sources.length, faults: sources.flatMap(faultsOf) }
  },
  planted: [
    {
      name: 'a command that asks nobody',
      files: command(
        "await ctx.tx.insertInto('talkOrder').execute()",
        "await record(ctx, 'x', id)",
      ),
      faults: [`${path}:1 orderTalk does not authorise`],
    },
    {
      name: 'a command that leaves the asking to another function of the file',
      files: {
        [path]:
          'export async function orderTalk(ctx: Context) {\nreturn check(ctx)\n}\nfunction check(ctx: Context) {\nauthorise(mayOrder(ctx.actor))\n}',
      },
      faults: [`${path}:1 orderTalk does not authorise`],
    },
    {
      name: 'a command with its paragraphs turned about',
      files: command(
        'refuseIf(whyNotOrderable(talk))',
        "await ctx.tx.updateTable('talk').execute()",
        'authorise(mayOrder(ctx.actor))',
        "await record(ctx, 'talk.ordered', id)",
        'await sql`delete from talk_order`.execute(ctx.tx)',
      ),
      faults: [
        `${path}:1 orderTalk refuses before it authorises`,
        `${path}:1 orderTalk writes before it authorises`,
        `${path}:1 orderTalk writes after it has recorded`,
      ],
    },
    {
      name: 'a file with a second command, one without, and one under another name',
      files: {
        [path]:
          'export async function orderTalk(ctx: Context) {}\nexport async function cancelOrder(ctx: Context) {}',
        'app/modules/people/add-person.ts': 'export function addPerson(input: Input) {}',
        'app/modules/people/search.ts': 'export const cut = (text: string) => [text]',
        'app/modules/people/end-role.ts': 'export async function endAppointment(ctx: Context) {}',
      },
      faults: [
        `${path}:1 holds one command, orderTalk(ctx, …); it has orderTalk, cancelOrder`,
        'app/modules/people/add-person.ts:1 holds one command, addPerson(ctx, …); it has none',
        'app/modules/people/search.ts:1 holds one command, search(ctx, …); it has none',
        'app/modules/people/end-role.ts:1 holds one command, endRole(ctx, …); it has endAppointment',
      ],
    },
    {
      name: 'a command as it should be, and one that is open to everyone',
      files: {
        ...command(
          'const talk = await findTalk(ctx, input.talkId)',
          'authorise(mayOrderFor(ctx.actor, input.unitId))',
          'refuseIf(whyNotOrderable(talk, input, ctx.now))',
          "await ctx.tx.insertInto('talkOrder').values({}).execute()",
          "await record(ctx, 'talk.ordered', id)",
          'return z.record(talk)',
        ),
        'app/modules/people/request-code.ts':
          'export async function requestCode(ctx: Context) {\nopenToEveryone()\n}',
      },
      faults: [],
    },
  ],
}
