import { join, resolve } from 'node:path';

export interface Settings {
  /** The folder of the house file; a practice house has one of its own inside it. */
  dataDir: string;
  host: string;
  port: number;
  /** The address people type, when it is not the plain one. */
  publicUrl: URL;
  logLevel: LogLevel;
  /** A practice house is made and served, never the house itself. */
  isDemo: boolean;
}

const logLevels = ['error', 'warn', 'info'] as const;
type LogLevel = (typeof logLevels)[number];

/** What is wrong with the settings, one sentence each. */
export class WrongSettings extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'));
  }
}

/** Every setting the environment can give. Throws WrongSettings with all mistakes at once. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const typed = (name: string, otherwise: string) => environment[name] || otherwise;
  const mistakes: string[] = [];
  const isDemo = readYesOrNo('HOUSE_DEMO', typed('HOUSE_DEMO', 'no'), mistakes);
  const folder = resolve(typed('HOUSE_DATA_DIR', 'data'));
  const host = typed('HOUSE_HOST', '127.0.0.1');
  const port = readPort(typed('HOUSE_PORT', '3000'), mistakes);
  const publicUrl = readUrl(typed('HOUSE_PUBLIC_URL', plainAddress(host, port)), mistakes);
  const logLevel = readLevel(typed('HOUSE_LOG_LEVEL', 'warn'), mistakes);
  if (!isLoopback(host)) {
    mistakes.push('HOUSE_HOST must be 127.0.0.1, localhost or ::1: Porchlight speaks to this machine only.');
  }
  if (mistakes.length > 0) throw new WrongSettings(mistakes);
  const dataDir = isDemo ? join(folder, 'practice') : folder;
  return { dataDir, host, port, publicUrl, logLevel, isDemo };
}

export const isLoopback = (host: string): boolean =>
  ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(host);

/** What the browser is given when nothing stands in front; a wrong host or port is told by itself. */
function plainAddress(host: string, port: number): string {
  const address = `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
  return URL.canParse(address) ? address : 'http://127.0.0.1';
}

function readPort(text: string, mistakes: string[]): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) mistakes.push('HOUSE_PORT must be a number from 0 to 65535.');
  return port;
}

function readUrl(text: string, mistakes: string[]): URL {
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text);
  mistakes.push('HOUSE_PUBLIC_URL must be an address such as https://porchlight.example.');
  return new URL('http://127.0.0.1');
}

function readLevel(text: string, mistakes: string[]): LogLevel {
  const level = logLevels.find((each) => each === text);
  if (!level) mistakes.push(`HOUSE_LOG_LEVEL must be one of ${logLevels.join(', ')}.`);
  return level ?? 'warn';
}

function readYesOrNo(name: string, text: string, mistakes: string[]): boolean {
  if (text !== 'yes' && text !== 'no') mistakes.push(`${name} must be yes or no.`);
  return text === 'yes';
}
