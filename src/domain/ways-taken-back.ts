import type { Temporal } from 'temporal-polyfill';
import type { Consent } from './consent.js';
import { isEarlier } from './days.js';

/** What stands taken back on each record: the last word there on this purpose and way. Each holds for linked records too (R46). */
export function waysTakenBack(consents: readonly Consent[]) {
  return consents.flatMap((each) => {
    const { guestId, purpose, channel, withdrawnAt, withdrawnPerson } = each;
    const isSaidAnew = consents.some(
      (later) =>
        later.guestId === guestId &&
        later.isLike(each) &&
        later.undoneAt === null &&
        isAfter(later, withdrawnAt),
    );
    return withdrawnAt === null || withdrawnPerson === null || isSaidAnew
      ? []
      : [{ guestId, at: withdrawnAt, way: { purpose, channel } }];
  });
}

const isAfter = ({ givenAt }: Consent, withdrawnAt: Temporal.Instant | null): boolean =>
  withdrawnAt !== null && isEarlier(withdrawnAt, givenAt);
