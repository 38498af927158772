/** What a field must bear, as it stands in a urlencoded body; `typed` is what a page should show again. */
export interface BadValue {
  raw: (name: string) => string;
  typed: string | null;
  /** Likely to break a field by itself; the others are tried in all fields at once. */
  isSharp: boolean;
}

const typed = (text: string, isSharp = false): BadValue => ({
  isSharp,
  raw: (name) => `${name}=${encodeURIComponent(text)}`,
  typed: text.replaceAll('\u0000', '\uFFFD'),
});

const raw = (write: (name: string) => string): BadValue => ({ raw: write, typed: null, isSharp: true });

export const LONG = 'x'.repeat(100_000);

/** Every odd answer of P16 that needs no record of the house. */
export const badValues: BadValue[] = [
  raw(() => ''),
  typed('', true),
  typed('   \t  '),
  typed(LONG, true),
  typed('Ma\u0000ple', true),
  typed('\u0000'),
  raw((name) => `${name}[]=Maple`),
  raw((name) => `${name}=one&${name}=two`),
  raw(
    (name) =>
      `${name}[a][b]=x&${name}=x&__proto__=x&__proto__[polluted]=x&constructor=x&constructor[prototype][x]=x`,
  ),
  typed('__proto__'),
  typed('constructor'),
  typed('2026-02-30'),
  typed('2026-02-30T10:00', true),
  // Chicago: skipped in spring, twice in autumn
  typed('2026-03-08T02:30', true),
  typed('2026-11-01T01:30', true),
  typed('+275760-09-13'),
  typed('-1'),
  typed('1e400', true),
  typed('9'.repeat(40)),
  typed('<script>alert(1)</script>'),
  typed('"><img src=x onerror=alert(1)>', true),
  typed('\'"/><svg/onload=alert(1)> {{constructor}} {{{body}}}'),
  typed('👩🏽‍🚀🏳️‍🌈'),
  typed('\u202Eelpam\u200F'),
  typed('\u200B\u2060', true),
  typed(`' OR 1=1; DROP TABLE stays; --`),
  typed('Maple\r\nSet-Cookie: a=b'),
  raw((name) => `${name}=%ED%A0%80`),
  raw((name) => `${name}=%zz%`),
  raw((name) => `${name}=%FF%FE&%zz=%zz&=&&=x`),
];

/** Ids of other records, where one does not expect them. */
export const ids = (known: readonly string[]): BadValue[] => known.slice(0, 3).map((id) => typed(id, true));

/** What no page may say, whatever was sent. */
export const GIVES_AWAY =
  /SQLITE|constraint|QueryFailed|no such table|\[object |\bat \S+ \(|node:internal|\.[jt]s:\d+/;
