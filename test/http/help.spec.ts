import type { CheerioAPI } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { type House, openHouse } from '../support/open-house.js';

const CARDS = [
  paths.help(),
  paths.nextSteps(),
  paths.helpInTouch(),
  paths.besideBeds(),
  paths.helpTurn(),
  paths.helpReports(),
  paths.firstNight(),
  paths.cannotKeep(),
  paths.computerDown(),
  paths.paperCheckIn(),
  paths.ifSomeoneDies(),
];

describe('help', () => {
  let house: House;
  const pages = new Map<string, CheerioAPI>();

  beforeAll(async () => {
    house = await openHouse();
    const nobody = house.desk();
    for (const path of CARDS) pages.set(path, await nobody.visit(path));
  });

  afterAll(() => house.close());

  /** What these elements say, in their order. */
  const say = ($: CheerioAPI, selector: string) =>
    $(selector)
      .toArray()
      .map((each) => $(each).text().replace(/\s+/gu, ' ').trim());

  it('leads from each card to all the others, without signing in', () => {
    for (const [path, $] of pages) {
      expect(
        $('.tabs a')
          .get()
          .map((each) => $(each).attr('href')),
      ).toEqual(CARDS);
      expect($('.tabs [aria-current]').attr('href')).toBe(path);
    }
  });

  it('asks on paper what the screen asks, in its words and its order (R52)', async () => {
    const screen = await (await house.signIn()).visit(paths.checkIn());
    const paper = pages.get(paths.paperCheckIn())!;
    const onScreen = say(screen, 'form#kept legend:not(.vh), form#kept .field label:not(.opt)');
    const onPaper = say(paper, '.question h2');
    expect(onScreen.length).toBeGreaterThan(5);
    // On paper the arrival is never “now”: it is asked before the leaving, as it happens
    // What the house may ask of who knows of it can wait until the computer is back
    const asked = onScreen.filter((each) => each !== '“How did you hear of us?”');
    const asItHappens = asked.filter((each) => each !== 'Arrived');
    asItHappens.splice(asItHappens.indexOf('Leaving'), 0, 'Arrived');
    expect(onPaper).toEqual([...asItHappens, 'Written by']);
    expect(say(paper, '.boxes li')).toEqual([
      ...say(screen, '.opt:has([name=noName]) span'),
      ...say(screen, '.opt:has([name=stayedBefore])'),
    ]);
    expect(say(paper, '.aloud p')).toEqual(say(screen, 'aside p'));
    expect(say(paper, '#q-name ~ .hint')).toEqual(say(screen, '#name-hint'));
    expect(say(paper, '.lead')).toEqual(say(screen, '.lead'));
  });

  it('holds nothing of the house but what stands over every door', () => {
    for (const $ of pages.values()) expect($('main').text()).not.toMatch(/Maple|Cedar|Birch|Marta/u);
  });

  it.each(CARDS)('%s says one thing at a time: at most 15 words', (path) => {
    const $ = pages.get(path)!;
    const texts = say($, 'main p, main li, main dd').flatMap((text) => text.split(/(?<=[.?!:])”?\s/u));
    const long = texts.filter((text) => text.split(' ').filter((word) => /\w/u.test(word)).length > 15);
    expect(long).toEqual([]);
  });

  it('names only words that stand on the pages of the house', async () => {
    const desk = await house.signIn();
    const there = (await desk.visit('/')).text() + (await desk.visit(paths.checkIn())).text();
    for (const word of [
      'Welcome someone',
      'Cover the screen',
      'Show names',
      'Check in',
      'Type in from paper',
    ]) {
      expect(there).toContain(word);
    }
    for (const label of ['Beds', 'Calls', 'Shift', 'Follow-ups', 'Find']) {
      expect(say(await desk.visit('/help'), 'dt')).toContain(label);
    }
  });
});
