import type { InLanguages, Sentence } from '../language.ts'
import type { Kind } from './content.ts'

/** Why a file is not kept. */
export type FileReason =
  | 'file.tooLarge'
  | 'file.tooLong'
  | 'file.tooManyPixels'
  | 'file.wrongKind'
  | 'file.broken'
  | 'file.noRoom'
  | 'file.tooManyWaiting'
  | 'file.unfinished'
  | 'upload.signedOut'

const kindsZh: Record<Kind, string> = {
  picture: '图片（JPEG、PNG 或 WebP）',
  audio: '录音（MP3、M4A 或 WAV）',
  video: '视频（MP4 或 WebM）',
  text: '文字（UTF-8）',
  document: 'PDF 文件（幻灯片请先另存为 PDF）',
}
const kindsEn: Record<Kind, string> = {
  picture: 'a picture (JPEG, PNG or WebP)',
  audio: 'sound (MP3, M4A or WAV)',
  video: 'a video (MP4 or WebM)',
  text: 'text (UTF-8)',
  document: 'a PDF (save slides as PDF first)',
}

type Words = Record<FileReason, Sentence>
type Size = { bytes: number; most: number }
type Length = { seconds: number; most: number }

const zh: Words = {
  'file.tooLarge': ({ bytes, most }: Size) =>
    `文件有 ${mega(bytes)} MB，最多 ${mega(most)} MB。请压缩一下或剪短一些再送。`,
  'file.tooLong': ({ seconds, most }: Length) =>
    `长 ${minutesZh(seconds)}，最多 ${minutesZh(most)}。请剪掉 ${minutesZh(seconds - most)}再送。`,
  'file.tooManyPixels': ({ most }: { most: number }) =>
    `图片太大，最多 ${Math.round(most / 1e6)} 百万像素。请用手机的“编辑”缩小后再送。`,
  'file.wrongKind': ({ kinds }: { kinds: readonly Kind[] }) =>
    `这里要的是${kinds.map((kind) => kindsZh[kind]).join('或')}。请换一个文件，改文件名没有用。`,
  'file.broken': '文件不完整或打不开。请在手机或电脑上打开看一下，重新选一次。',
  'file.tooManyWaiting': '您送来的文件里还有好些没有用上。请先用上，或者过两天再送。',
  'file.noRoom': '服务器的磁盘满了，文件没有存下。其他内容照常；请告诉街道办公室。',
  'file.unfinished': '文件没有送完，或者已经过期。请重新选一次。',
  'upload.signedOut': '您已退出登录。请在新窗口登录后再选一次，会接着送。',
}

const en: Words = {
  'file.tooLarge': ({ bytes, most }: Size) =>
    `The file has ${mega(bytes)} MB; ${mega(most)} MB is the most. Please compress or shorten it.`,
  'file.tooLong': ({ seconds, most }: Length) =>
    `It lasts ${minutesEn(seconds)}; ${minutesEn(most)} is the most. Please cut ${minutesEn(seconds - most)}.`,
  'file.tooManyPixels': ({ most }: { most: number }) =>
    `The picture is too large; ${Math.round(most / 1e6)} million pixels is the most. Please make it smaller on your phone.`,
  'file.wrongKind': ({ kinds }: { kinds: readonly Kind[] }) =>
    `What is needed here is ${kinds.map((kind) => kindsEn[kind]).join(' or ')}. Please choose another file; renaming this one does not help.`,
  'file.broken':
    'The file is not whole, or can’t be opened. Please look at it on your device and choose it again.',
  'file.tooManyWaiting':
    'Several files you sent wait to be used. Please use them first, or send more in two days.',
  'file.noRoom':
    'The server’s disk is full, so the file was not kept. Everything else goes on; please tell the street office.',
  'file.unfinished': 'The file did not arrive whole, or waited too long. Please choose it again.',
  'upload.signedOut':
    'You have been signed out. Sign in in a new window and choose the file again; it goes on from there.',
}

/** The sentences for files that are not kept: what is wrong, and what to do. */
export const fileReasons: InLanguages<Words> = { zh, en }

/** One decimal, and never rounded down to the limit that was passed. */
function mega(bytes: number): string {
  return String(Math.ceil(bytes / 1e5) / 10)
}

function minutesZh(seconds: number): string {
  const [minutes, rest] = split(seconds)
  return [minutes > 0 && `${minutes} 分钟`, (rest > 0 || minutes === 0) && `${rest} 秒`]
    .filter(Boolean)
    .join(' ')
}

function minutesEn(seconds: number): string {
  const [minutes, rest] = split(seconds)
  const s = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
  return [minutes > 0 && s(minutes, 'minute'), (rest > 0 || minutes === 0) && s(rest, 'second')]
    .filter(Boolean)
    .join(' ')
}

/** Whole seconds, rounded up, so that cutting as much as is said is enough. */
function split(seconds: number): [minutes: number, rest: number] {
  const whole = Math.ceil(seconds)
  return [Math.floor(whole / 60), whole % 60]
}
