import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { fileOf, pdf } from '#test/make-files.ts'
import { makeTalk } from '#test/make-talks.ts'
import { addMaterial } from './add-material.ts'
import { materialsOf } from './queries.ts'
import { removeMaterial } from './remove-material.ts'
import { retireTalk } from './retire-talk.ts'

test('the office adds slides to a talk and takes them away again', () =>
  rolledBack(async (ctx) => {
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const { id: talkId } = await makeTalk(ctx)
    const slides = { talkId, title: '幻灯片', file: fileOf(pdf(), 'x.pdf') }
    const { id } = await addMaterial(office, slides)
    expect((await materialsOf(ctx, talkId)).map(({ title, kind }) => [title, kind])).toEqual([
      ['幻灯片', 'document'],
    ])
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => removeMaterial(organiser, { materialId: id }))).toBe(
      'forbidden',
    )
    expect(await failureOf(ctx, () => addMaterial(organiser, slides))).toBe('forbidden')
    await removeMaterial(office, { materialId: id })
    expect(await materialsOf(ctx, talkId)).toEqual([])
    const text = { ...slides, file: fileOf('words', 'x.txt') }
    expect(await failureOf(ctx, () => addMaterial(office, text))).toBe('file.wrongKind')
    await retireTalk(office, { talkId })
    expect(await failureOf(ctx, () => addMaterial(office, slides))).toBe('talk.alreadyRetired')
  }))
