import { paths } from './paths.js';

/** Who rang, and what the house did for people without a bed: two pages beside each other. */
export const callsTabs = (current: string) =>
  [
    { href: paths.calls(), label: 'Calls' },
    { href: paths.withoutBed(), label: 'Without a bed' },
  ].map((tab) => ({ ...tab, current: tab.href === current }));
