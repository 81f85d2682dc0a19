import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The program's own folder: the one with package.json, whether it runs from source or from dist. */
export const root = findRoot(import.meta.dirname)

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder))
}
