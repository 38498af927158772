/**
 * The name a guest goes by, on its way to a page. Only the `name` helper of the view engine opens it, so that initials
 * mode holds everywhere; put into a text by mistake it throws.
 */
export class GuestName {
  readonly #name: string | null;

  /** `name` is empty until there is one; the guest is then known by the bed (`bedName`). */
  constructor(
    name: string | null,
    private readonly bedName: string,
  ) {
    this.#name = name;
  }

  /** `isStart`: a sentence begins with it. */
  full(isStart = false): string {
    return this.#name ?? this.byBed(isStart);
  }

  /** 'J.R.' for 'Jo Rivera'; at most three letters, whatever the script; by the bed when the name has no letter. */
  initials(isStart = false): string {
    const words = (this.#name ?? '').split(/\s+/u).flatMap((word) => firstLetter(word) ?? []);
    return words.length > 0 ? words.slice(0, 3).join('.') + '.' : this.byBed(isStart);
  }

  /** ' in Maple' behind what is shown of the name: two guests can share their initials, never their bed. */
  bedBehind(shown: string): string {
    return [this.byBed(true), this.byBed(false)].includes(shown) ? '' : ` in ${this.bedName}`;
  }

  toString(): string {
    throw new Error('A guest’s name reaches a page by the name helper only');
  }

  private byBed(isStart: boolean): string {
    return `${isStart ? 'Guest' : 'guest'} in ${this.bedName}`;
  }
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The first thing a person would call a letter: marks that only steer the writing direction are none. */
function firstLetter(word: string): string | null {
  const seen = word.replace(/[\p{Cf}\p{Cc}\p{P}]/gu, '').toLocaleUpperCase('en');
  const [first] = letters.segment(seen);
  return first?.segment ?? null;
}
