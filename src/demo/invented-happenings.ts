/** A small thing that hurt, and what was said about it. */
export const GLASS = {
  kinds: ['hurt'],
  emergency: 'nobody',
  words: {
    nextShift: 'A glass broke by the sink. It is swept; wear shoes in the kitchen all the same.',
    place: 'Kitchen',
    happened:
      'A glass slipped in the sink and broke. The guest cut a finger on it and held it under the tap.',
    tried: 'Plaster from the first aid kit. Looked again after an hour: it had stopped.',
    guestSupport: 'Tea, and somebody to sit with. They said it was fine.',
    staffSupport: null,
  },
};

export const GLASS_PART = 'You cut your finger on a glass that broke. You wanted a plaster and no doctor.';

/** It waits for the morning. */
export const LEAK = {
  kinds: ['fire_water'],
  emergency: 'not_asked',
  words: {
    nextShift:
      'The tap in the upstairs bathroom drips on the floor. A bucket stands under it; empty it at 2.',
    place: 'Upstairs bathroom',
    happened: 'Water on the floor below the sink. The valve under it does not close all the way.',
    tried: 'A bucket and two towels. The main valve is behind the stairs, if it gets worse.',
    guestSupport: null,
    staffSupport: null,
  },
};
