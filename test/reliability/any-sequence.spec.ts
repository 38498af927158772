import { Stories } from './model/stories.js';
import { scale } from './scale.js';

describe('any sequence of acts on beds and stays, beside a plain model (R2, R4–R14, R19–R22, R24, R50, R53)', () => {
  const stories = new Stories();

  afterAll(() => stories.close());

  const told = scale.seeds.flatMap((seed) =>
    (['everything', 'meeting', 'afterwards'] as const).map((round) => [round, scale.stories, seed] as const),
  );

  it.each(told)(
    'does and refuses the same, gives every night the same owner, and shows the same board: %s, %i stories with seed %i',
    (round, count, seed) => stories.tell(round, count, seed),
    scale.patience,
  );
});
