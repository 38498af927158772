import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const nest = [/^@nestjs\/(common|core)$/, /^rxjs$/];
const shared = [/^domain\//, /^web\//];

/** Who may import whom. The first row that fits a file decides; whatever the row does not list is forbidden. */
const allowed: [file: RegExp, ...imports: RegExp[]][] = [
  [/^domain\//, /^domain\//, /^temporal-polyfill$/],
  [/^clock\//, /^(domain|clock)\//, /^temporal-polyfill$/, ...nest],
  [/^settings\.ts$/, /^node:path$/],
  [
    /^database\//,
    /^(domain|database)\//,
    /^@nestjs\/(common|typeorm)$/,
    /^(typeorm|sqlite3|temporal-polyfill)$/,
    /^node:/,
  ],
  // Only the page of last resort knows that the file can be busy or full
  [/^web\/error-words\.ts$/, ...shared, /^database\/refusals\.ts$/, ...nest],
  [/^web\/house-adapter\.ts$/, /^web\//, /^@nestjs\/platform-fastify$/, /^fastify$/],
  [/^web\/own-site\.ts$/, /^settings\.ts$/, /^fastify$/],
  [
    /^web\//,
    ...shared,
    /^(fastify|handlebars|class-validator|temporal-polyfill)$/,
    /^@fastify\/(csrf-protection|busboy)$/,
    /^node:/,
    ...nest,
  ],
  // Tells its story through the services of every part, on a file of its own
  [
    /^demo\//,
    /^(domain|clock|demo)\//,
    /^app\.module\.ts$/,
    /^database\/(unit-of-work|opening)\.ts$/,
    /\.(service|module)\.ts$/,
    /^(typeorm|temporal-polyfill)$/,
    ...nest,
  ],
  // Spreadsheets are made in a thread of their own, by the one package that knows their format
  [
    /^reports\/xlsx\.worker\.ts$/,
    /^reports\/xlsx\.service\.ts$/,
    /^write-excel-file\/node$/,
    /^node:worker_threads$/,
  ],
  [
    /^reports\/xlsx\.service\.ts$/,
    /^domain\//,
    /^reports\/sheet\.service\.ts$/,
    /^temporal-polyfill$/,
    /^node:(url|worker_threads)$/,
    ...nest,
  ],
  [/\.views\.ts$/, ...shared, /\.(forms|views|service)\.ts$/, /^temporal-polyfill$/],
  [/\.forms\.ts$/, ...shared, /\.(service|forms)\.ts$/, /^(class-validator|temporal-polyfill)$/],
  // The one place that reads what other programs wrote
  [/^imports\/sheet\.service\.ts$/, ...shared, /^(csv-parse\/sync|fflate|read-excel-file\/node)$/, ...nest],
  [
    /\.service\.ts$/,
    ...shared,
    /^database\/(unit-of-work|page-reader|report-reader|update-version|columns)\.ts$/,
    /\.(service|forms|views)\.ts$/,
    /^(typeorm|fastify|temporal-polyfill|@node-rs\/argon2|node:crypto|csv-stringify\/sync)$/,
    ...nest,
  ],
  [/\.controller\.ts$/, ...shared, /\.(forms|views|service)\.ts$/, /^(fastify|temporal-polyfill)$/, ...nest],
  [/\.module\.ts$|^(main|house-server|app\.setup)\.ts$|^cli\//, /./],
];

/** A slice shows the others its service and its module, nothing else. */
const isPrivate = (from: string, to: string): boolean =>
  /\.(forms|views|controller)\.ts$/.test(to) && !from.endsWith('.module.ts') && dirname(from) !== dirname(to);

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

function importsOf(file: string): string[] {
  const source = readFileSync(join('src', file), 'utf8');
  return [...source.matchAll(/^(?:import|export) (?:[^;]*? from )?'([^']+)'/gm)]
    .map(([, name]) => name!)
    .map((name) =>
      name.startsWith('.') ? normalize(join(dirname(file), name)).replace(/\.js$/, '.ts') : name,
    );
}

describe('who may import whom', () => {
  it.each(files)('%s', (file) => {
    const row = allowed.find(([pattern]) => pattern.test(file));
    expect(row).toBeDefined();
    const [, ...permitted] = row!;
    const wrong = importsOf(file).filter(
      (to) => isPrivate(file, to) || !permitted.some((target) => target.test(to)),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the driver in one folder', () => {
    const outside = files.filter(
      (file) => !file.startsWith('database/') && importsOf(file).includes('sqlite3'),
    );
    expect(outside).toEqual([]);
  });
});
