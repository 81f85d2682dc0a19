import { runCommand } from './operator/run.ts'

// What `npx hearth` and `npm start` run.
const code = await runCommand(process.argv.slice(2), process.env, {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
})
// A start that was cut short may have left something open.
process.exit(code)
