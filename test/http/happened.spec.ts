import type { CheerioAPI } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const LINE = 'The back door does not lock. Use the front.';

describe('something happened', () => {
  let house: House;
  let theo: Desk;
  let ines: Desk;

  beforeEach(async () => {
    house = await openHouse();
    theo = await house.signIn('staff', 'Theo');
    ines = await house.signIn('coordinator', 'Ines');
  });

  afterEach(() => house.close());

  const write = (answers: Fields = {}, desk = theo) =>
    desk.fill(paths.newHappening(), { 'kinds[]': ['broken'], nextShift: LINE, ...answers }, paths.happened());

  const written = async (answers: Fields = {}, desk = theo): Promise<string> => {
    const answer = await write(answers, desk);
    if (answer.status !== 303) throw new Error(read(page(answer), '[role=alert]'));
    return answer.headers.location!;
  };

  const welcome = async (name: string): Promise<string> =>
    (await theo.fill('/check-in', { name, departureDay: '2026-11-25' })).headers.location!.split('/')[2]!;

  const guestOf = async (stay: string): Promise<string> =>
    (await house.rows<{ id: string }>('SELECT guest_id AS id FROM stays WHERE id = ?', [stay]))[0]!.id;

  const section = ($: CheerioAPI) => read($, 'section[aria-labelledby=something]');

  it('is written down from the shift page, with when, what and one line', async () => {
    const shift = await theo.visit(paths.shift());
    const link = shift('section[aria-labelledby=something] a').last();
    expect(link.attr('href')).toBe(paths.newHappening());
    const address = await written({ place: 'Back door', happenedAt: '2026-11-22T21:30' });
    const $ = await theo.visit(address);
    expect(read($, 'h1')).toBe('Something happened');
    expect(read($, '[role=status]')).toContain('Written down.');
    const main = read($, 'main');
    expect(main).toContain('Sun 22 Nov, 9:30 pm');
    expect(main).toContain('Back door');
    expect(main).toContain('Something was broken or taken');
    expect(main).toContain(LINE);
    const handed = section(await ines.visit(paths.shift()));
    expect(handed).toContain(LINE);
    expect(handed).toContain('Sun 22, 9:30 pm · written by Theo');
  });
});
