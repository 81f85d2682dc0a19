// `npm run replay`, `npm run bench`, `npm run screenshots`: the built program of that name.
import { runBuilt } from './run.mjs'

const [name, ...args] = process.argv.slice(2)
await runBuilt(name, args)
