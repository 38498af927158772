import { paths } from '../../src/web/paths.js';
import { type Desk, read } from '../support/desk.js';
import { FEBRUARY, februaryHouse } from '../support/february-house.js';
import type { House } from '../support/open-house.js';

let house: House;
let coordinator: Desk;

beforeAll(async () => {
  house = await februaryHouse();
  coordinator = await house.signIn('coordinator');
});

afterAll(() => house.close());

const behind = (figure: string) => `/reports/outcomes/stays?${FEBRUARY}&figure=${figure}`;

describe('the stays behind a figure', () => {
  it('are one click from it, as initials and days, and lead to each stay', async () => {
    const $ = await coordinator.visit(`${paths.outcomes()}?${FEBRUARY}`);
    const row = $('.figures tr').filter((_, each) => $(each).text().includes('Came back within 30 days'));
    const page = await coordinator.visit(String(row.find('a').attr('href')));
    expect(read(page, 'h1')).toBe('Came back within 30 days');
    expect(read(page, '.lead')).toBe('1 to 14 February 2026 · 1 of 5');
    const lines = [...page('.list li p')].map((line) => page(line).text().replace(/\s+/g, ' '));
    expect(lines).toEqual(['A. · North', 'Came Fri 30 Jan · left Tue 3 Feb']);
    const stay = await coordinator.get(String(page('.list a').attr('href')));
    expect(stay.status).toBe(200);
    expect(page('main a').first().attr('href')).toBe(`${paths.outcomes()}?${FEBRUARY}`);
  });

  it('are as many as the figure says', async () => {
    const count = async (figure: string) => (await coordinator.visit(behind(figure)))('.list li').length;
    expect([await count('left'), await count('guests_returning'), await count('connections_made')]).toEqual([
      5, 1, 0,
    ]);
  });

  it('are nobody’s where there is no such figure, and not for staff (R42)', async () => {
    expect((await coordinator.get(behind('of_nobody'))).status).toBe(404);
    expect((await coordinator.get('/reports/outcomes/stays?from=soon&to=later')).headers.location).toBe(
      paths.outcomes(),
    );
    expect((await (await house.signIn('staff')).get(behind('left'))).status).toBe(403);
  });

  it('are written down before they are shown (R44)', async () => {
    await coordinator.visit(behind('left'));
    const [last] = await house.rows<{ act: string; subject: string }>(
      'SELECT act, subject_id AS subject FROM audit ORDER BY rowid DESC LIMIT 1',
    );
    expect(last).toEqual({ act: 'reports.stays', subject: '2026-02-01-to-2026-02-14-left' });
  });
});
