import type { Bed } from './bed.js';

/**
 * The beds that offer all that is needed, and the others, each in the order they came (R11, R12). Nobody is kept from a bed
 * that does not fit: the guest decides.
 */
export function bedsThatFit<Each extends { bed: Bed }>(
  beds: readonly Each[],
  needs: readonly string[],
): { fit: Each[]; rest: Each[] } {
  return {
    fit: beds.filter(({ bed }) => bed.fits(needs)),
    rest: beds.filter(({ bed }) => !bed.fits(needs)),
  };
}
