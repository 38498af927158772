import { CannotOpen } from './refusals.js';
import { RawFile } from './raw-file.js';

/** Held as long as the process lives; the system frees it however the process ends. */
export class HouseLock {
  private constructor(private readonly file: RawFile) {}

  /** Throws CannotOpen when another Porchlight has this house open. */
  static async take(path: string): Promise<HouseLock> {
    const file = await RawFile.making(path);
    try {
      await file.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      return new HouseLock(file);
    } catch (error) {
      await file.close();
      throw refusal(error as Error & { code?: string }, path);
    }
  }

  free(): Promise<void> {
    return this.file.close();
  }
}

function refusal(error: Error & { code?: string }, path: string): Error {
  if (error.code === 'SQLITE_BUSY') return new CannotOpen('Porchlight is already running with this house.');
  if (error.code === 'SQLITE_NOTADB')
    return new CannotOpen(`${path} is not Porchlight's: please move it away.`);
  return error;
}
