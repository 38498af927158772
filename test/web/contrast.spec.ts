import { readFileSync } from 'node:fs';

type Colours = Record<string, string>;

// The tokens are read out of the style sheet, so that this cannot drift from what people see
const css = readFileSync('views/assets/app.css', 'utf8');
const day = tokensAfter(':root {');
const night = { ...day, ...tokensAfter(":root[data-theme='night'] {") };

describe.each([
  ['day', day],
  ['night', night],
])('contrast by %s', (_theme, colours) => {
  it.each(texts())('text %s on %s is at least 4.5:1', (ink, ground) => {
    expect(ratio(colours, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edges())('the edge %s on %s is at least 3:1', (edge, ground) => {
    expect(ratio(colours, edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('the colours of the style sheet', () => {
  it('are the ones that were meant', () => {
    expect(ratio({ ink: '#000000', bg: '#fff' }, 'ink', 'bg')).toBeCloseTo(21);
    expect(Object.keys(night)).toEqual(Object.keys(day));
    expect(night.bg).not.toBe(day.bg);
  });

  it('stand nowhere but in the tokens', () => {
    const rules = css.slice(css.indexOf('@layer base {'), css.indexOf('@media print'));
    expect(rules).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl/iu);
  });

  it('include no red for people: only what is wrong with a form is red', () => {
    const uses = [...css.matchAll(/([^{}]+)\{[^{}]*var\(--err\)[^{}]*\}/gu)].map(([, selector]) =>
      selector!.trim(),
    );
    expect(uses.length).toBeGreaterThan(0);
    for (const selector of uses) expect(selector).toMatch(/^\.(err|errs|bad)\b/u);
  });
});

function texts(): [string, string][] {
  const states = ['free', 'stay', 'arr', 'leave', 'rest'];
  return [
    ...['ink', 'muted', 'primary', 'link', 'err'].flatMap((ink) => [on(ink, 'bg'), on(ink, 'surface')]),
    ...['tint', 'free-bg', 'arr-bg', 'stay-bg', 'rest-bg', 'leave-bg'].map((ground) => on('ink', ground)),
    ...[
      on('muted', 'tint'),
      on('primary', 'tint'),
      on('link', 'tint'),
      on('link', 'free-bg'),
      on('muted', 'free-bg'),
    ],
    ...[on('on-primary', 'primary'), on('free-ink', 'tint')],
    ...states.flatMap((state) => [on(`${state}-ink`, `${state}-bg`), on(`${state}-ink`, 'surface')]),
  ];
}

function edges(): [string, string][] {
  const states = ['free', 'stay', 'arr', 'leave', 'rest'];
  return [
    ...states.flatMap((state) => [on(state, 'surface'), on(state, 'bg')]),
    ...[on('line', 'surface'), on('line', 'bg'), on('primary', 'tint'), on('free', 'free-bg')],
    ...[
      on('err', 'surface'),
      on('err', 'bg'),
      on('focus', 'bg'),
      on('focus', 'surface'),
      on('focus', 'halo'),
    ],
  ];
}

function on(ink: string, ground: string): [string, string] {
  return [ink, ground];
}

function tokensAfter(start: string): Colours {
  const from = css.indexOf(start);
  const body = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/giu)].map(([, name, hex]) => [name!, hex!]),
  );
}

/** How much lighter one is than the other, as WCAG 2 counts: 1 to 21. */
function ratio(colours: Colours, one: string, other: string): number {
  const [light, dark] = [luminance(colours[one]!), luminance(colours[other]!)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const full =
    hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../gu)!;
  const [red, green, blue] = full.map((part) => {
    const value = parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
