import { afterAll } from 'vitest'
import { closeOwn } from './database.ts'

// Runs for each file of tests: files of one worker share its modules, but not their databases.
afterAll(closeOwn)
