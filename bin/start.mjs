// `npm start`: one command from a fresh copy to a running Hearth.
import { runHearth } from './run.mjs'

await runHearth(['serve', ...process.argv.slice(2)])
