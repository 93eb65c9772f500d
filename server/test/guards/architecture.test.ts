import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const repository = path.resolve(import.meta.dirname, '../../..')
const server = path.join(repository, 'server/src')

/** The floors of the house, top first: imports go down, or stay on their floor. */
const floors = [
  ['main.ts'],
  // These put the house together, so they may enter any folder by any file.
  ['app.ts', 'commands.ts', 'first-load.ts', 'load-in-child.ts', 'serve.ts'],
  ['closing', 'demonstration', 'exports', 'imports', 'reports', 'search', 'signals'],
  ['legal-cases'],
  ['appeals'],
  ['attachments', 'case-money', 'effects', 'lawyers'],
  ['accounts', 'members'],
  ['audit', 'deadlines', 'notifications', 'organisation', 'settings'],
  ['platform'],
]
const floorOf = (place: string) => floors.findIndex((floor) => floor.includes(place))

const isTest = (file: string) => /\.(test|fixture)\.tsx?$/.test(file)
const sourcesIn = (folder: string) =>
  globSync('**/*.{ts,tsx}', { cwd: folder })
    .filter((file) => !isTest(file))
    .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(path.join(folder, file), 'utf8') }))

/** Whatever a file names after `from`, in `import '…'` or `import('…')`. */
const importsOf = (text: string) =>
  [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')

const edges = sourcesIn(server).flatMap(({ file, text }) =>
  importsOf(text)
    .filter((target) => target.startsWith('.'))
    .map((target) => {
      const to = path.posix.join(path.posix.dirname(file), target)
      return { from: file, to, fromPlace: file.split('/')[0] ?? '', toPlace: to.split('/')[0] ?? '' }
    }),
)
const between = edges.filter(({ fromPlace, toPlace }) => fromPlace !== toPlace)
const isHouse = (place: string) => floorOf(place) <= 1

describe('the server', () => {
  test('every folder and file at the top stands on a floor', () => {
    const places = new Set(sourcesIn(server).map(({ file }) => file.split('/')[0] ?? ''))
    expect([...places].filter((place) => floorOf(place) === -1)).toEqual([])
  })

  test('imports go down', () => {
    expect(edges.length).toBeGreaterThan(200)
    expect(
      between
        .filter(({ fromPlace, toPlace }) => floorOf(fromPlace) > floorOf(toPlace))
        .map(({ from, to }) => `${from} imports ${to}`),
    ).toEqual([])
  })

  test('nothing but the house leaves src', () => {
    expect(edges.filter(({ to }) => to.startsWith('..')).map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  test('a feature enters another only by its service, or reads its data', () => {
    const strangers = between.filter(
      ({ fromPlace, toPlace, to }) =>
        !isHouse(fromPlace) && toPlace !== 'platform' && !/^[\w-]+\/service\.ts$/.test(to) && !to.endsWith('.json'),
    )
    expect(strangers.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  test('only the clock reads the time: elsewhere a Date is made from what was given', () => {
    const reads =
      /\bnew Date\(\s*\)|\bnew Date\b(?!\s*\()|\bDate\.now\b|(?<!new |\.)\bDate\(\s*\)|\bperformance\.timeOrigin\b|\bTemporal\.Now\b/
    expect(
      sourcesIn(server)
        .filter(
          ({ file, text }) =>
            file !== 'platform/clock.ts' &&
            text.split('\n').some((line) => reads.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line)),
        )
        .map(({ file }) => file),
    ).toEqual([])
  })
})

describe('the packages', () => {
  test('the web app knows of the server only what the contract says', () => {
    const strange = sourcesIn(path.join(repository, 'web/src')).flatMap(({ file, text }) =>
      importsOf(text)
        .filter((target) => /^@qorgan\/(?!shared\b)|(^|\/)(server|migrations)\//.test(target))
        .map((target) => `${file} imports ${target}`),
    )
    expect(strange).toEqual([])
  })

  test('the contract knows nobody but zod and itself', () => {
    const strange = sourcesIn(path.join(repository, 'shared/src')).flatMap(({ file, text }) =>
      importsOf(text)
        .filter((target) => target !== 'zod' && !/^\.\/[\w-]+\.(ts|json)$/.test(target))
        .map((target) => `${file} imports ${target}`),
    )
    expect(strange).toEqual([])
  })

  test('files stay under 400 lines, and say by their name what they hold', () => {
    const folders = ['server', 'shared', 'web', 'migrations', 'bench', 'scripts']
    const files = folders.flatMap((folder) =>
      globSync(`${folder}/**/*.{ts,tsx,mjs,sql}`, {
        cwd: repository,
        exclude: (name) => /(^|\/)(node_modules|dist)$/.test(name),
      }),
    )
    expect(files.length).toBeGreaterThan(200)
    // Written by programs.
    const made = /platform\/db\/schema\.ts$|routeTree\.gen\.ts$/
    const long = files.filter(
      (file) =>
        !made.test(file) &&
        readFileSync(path.join(repository, file), 'utf8')
          .split('\n')
          .filter((line) => !/^\s*($|\/\/|\/?\*|--)/.test(line)).length > 400,
    )
    expect(long).toEqual([])
    expect(
      files.filter((file) => file.split('/').some((part) => /^(utils?|helpers?|common|misc|lib)(\.\w+)?$/.test(part))),
    ).toEqual([])
  })
})
