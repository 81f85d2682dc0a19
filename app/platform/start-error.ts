/**
 * An expected failure at start. Its message is the one sentence the operator reads on standard
 * error, in Chinese and English, without a stack; the program then exits with 1.
 */
export class StartError extends Error {
  override name = 'StartError'
}

export function portTaken(port: number): StartError {
  return new StartError(
    `端口 ${port} 已被占用，请停止占用它的程序，或用 PORT 换一个端口。 / Port ${port} is already in use; stop the program that uses it or set PORT to another.`,
  )
}

const expectations = {
  PORT: ['1 到 65535 之间的整数', 'a whole number from 1 to 65535'],
  DATABASE_URL: ['postgres://用户:密码@主机/数据库', 'postgres://user:password@host/database'],
  PUBLIC_ORIGIN: [
    '不带路径的网址，例如 https://hearth.example.cn',
    'an address without a path, such as https://hearth.example.cn',
  ],
  HEARTH_DEMO: ['1 或 0', '1 or 0'],
  HEARTH_LOG: [
    'fatal、error、warn、info、debug、trace 或 silent',
    'fatal, error, warn, info, debug, trace or silent',
  ],
} satisfies Record<string, [string, string]>

export type Variable = keyof typeof expectations

/** Names the variables whose values can't be used. DATABASE_URL may hold a password: not repeated. */
export function wrongValues(
  names: Variable[],
  environment: Record<string, string | undefined>,
): StartError {
  const sentences = names.map((name) => {
    const [zh, en] = expectations[name]
    const value = environment[name]
    return name === 'DATABASE_URL'
      ? `${name} 应为：${zh}。 / ${name} must be ${en}.`
      : `${name} 的值是“${value}”，应为：${zh}。 / ${name} is "${value}"; it must be ${en}.`
  })
  return new StartError(sentences.join('\n'))
}
