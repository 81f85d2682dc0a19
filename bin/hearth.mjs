#!/usr/bin/env node
// `npx hearth <command>`
import { runHearth } from './run.mjs'

await runHearth(process.argv.slice(2))
