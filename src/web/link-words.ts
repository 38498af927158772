/** What the history of a stay and the page of a guest say of a link (R46). */
const grounds: Record<string, string> = {
  'guest-said': 'the guest says so',
  slip: 'the name was mistyped',
};

export const linkedWords = (ground: string): string =>
  `Linked with another record: ${grounds[ground] ?? 'the same person'}`;

export const UNLINKED = 'Taken apart from another record';
