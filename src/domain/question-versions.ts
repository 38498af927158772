import type { HospitalWindow } from './hospital-window.js';
import type { Question } from './question.js';

/** The questions of the house in every version there was: answers are read with the words they were given to. */
export class QuestionVersions {
  /** Each in its newest version, in the order of the house. */
  readonly newest: readonly Question[];

  constructor(private readonly versions: readonly Question[]) {
    this.newest = versions
      .filter(({ code, number }) => !versions.some((each) => each.code === code && each.number > number))
      .sort((one, other) => one.place - other.place || (one.code < other.code ? -1 : 1));
  }

  /** The version an answer was given to. Throws for one that never was. */
  of({ code, version }: { code: string; version: number }): Question {
    const found = this.versions.find((each) => each.code === code && each.number === version);
    if (!found) throw new Error(`no version ${version} of ${code}`);
    return found;
  }

  /** Whether it was asked at this moment in any version. */
  wasAskedAt(code: string, moment: Question['moments'][number]): boolean {
    return this.versions.some((each) => each.code === code && each.moments.includes(moment));
  }

  /** The times over which it was ever asked, the first of them first. */
  windowsAsked(code: string): HospitalWindow[] {
    const asked = this.versions.filter((each) => each.code === code && each.moments.length > 0);
    return [...new Set(asked.flatMap(({ window }) => window ?? []))];
  }
}
