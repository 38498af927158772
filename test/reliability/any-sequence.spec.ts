import { Stories } from './model/stories.js';
import { scale } from './scale.js';

describe('any sequence of acts on beds and stays, beside a plain model (R2, R4–R14, R19–R21, R24, R53)', () => {
  const stories = new Stories();

  afterAll(() => stories.close());

  it.each(scale.seeds)(
    'does and refuses the same, gives every night the same owner, and shows the same board, with seed %i',
    async (seed) => {
      await stories.tell(scale.stories, seed);
    },
    scale.patience,
  );
});
