import type { Temporal } from 'temporal-polyfill';
import type { Bed } from './bed.js';
import type { GuestName } from './guest-name.js';
import type { KnownClaim, Obstacle } from './guard.js';
import type { PastLimit } from './stay-limits.js';
import type { Sighting } from './still-here.js';

/** What was asked for stands against another record. Nothing was written; the answer is 409 and names the other record. */
export class Conflict extends Error {}

/** Somebody else has the bed, or a night of it (R5). `obstacle` is null when the file itself refused. */
export class BedTaken extends Conflict {
  constructor(
    message: string,
    readonly obstacle: Obstacle | null = null,
  ) {
    super(message);
  }
}

/** What is wanted of this bed stands against each of these claims (R11, R12). */
export class StillClaimed extends Conflict {
  constructor(
    readonly bed: Bed,
    readonly claims: readonly KnownClaim[],
  ) {
    super('This bed has nights that are claimed.');
  }
}

/** This guest is in the house already, or has another bed for one of the nights; the message says which (R7). */
export class GuestAlreadyHere extends Conflict {}

/** The record was changed by somebody else since the page was drawn (R26). */
export class ChangedMeanwhile extends Conflict {}

/** The departure of this stay was recorded already, with other answers (R23, R26). */
export class AlreadyLeft extends Conflict {}

/** Somebody saw this guest after the time they are said to have left: asks once whether that is right, and refuses nothing (R8). */
export class SeenSince extends Conflict {
  constructor(
    readonly leftAt: Temporal.Instant,
    readonly sighting: Sighting,
    readonly personName: string,
  ) {
    super('They were seen after that');
  }
}

/** Nothing can be said of this task now; the message says why. */
export class TaskClosed extends Conflict {}

/** Nothing of it changes any more; it can only be added to. The message says why. */
export class IncidentClosed extends Conflict {}

/** Somebody is still to be told before it can be closed; the message says who. */
export class StillToTell extends Conflict {}

/** A hold that keeps nothing any more: its guest was welcomed, or it ended otherwise; the message says how (R14). */
export class HoldOver extends Conflict {}

/** An act that cannot be taken back any more (R24); the message says why. */
export class CannotUndo extends Conflict {}

/** The bed is free but not made up: asks for one confirmation (R10). */
export class NotReadyYet extends Conflict {}

/**
 * Goes past what anyone on shift records alone: wants a reason and a coordinator's yes (R4, R22). `past` is the limit, null
 * when it is only too far back.
 */
export class NeedsException extends Conflict {
  constructor(
    message: string,
    readonly past: PastLimit | null = null,
  ) {
    super(message);
  }
}

/** A coordinator asked to talk first with this guest: asks once whether they did, and bars nobody (R16). */
export class TalkFirstAsked extends Conflict {}

/** A note about one guest names another: pointed out once (R27). */
export class NamesAnother extends Conflict {
  constructor(readonly guests: readonly GuestName[]) {
    super('This names another guest.');
  }
}

/** The line that asked to talk first with this guest has ended: there is nothing to answer any more (R16). */
export class TalkFirstOver extends Conflict {
  constructor(readonly guestId: string) {
    super('This line has ended meanwhile. Their words are not kept.');
  }
}

/** A known guest may be the same person: asked once (R17). */
export class MaybeKnown extends Conflict {}

/** A line from paper happened before the last one of its sheet: asks once whether that is right (R52). */
export class OutOfOrder extends Conflict {
  constructor(
    readonly at: Temporal.Instant,
    readonly lastAt: Temporal.Instant,
  ) {
    super('This happened before the last line of the sheet');
  }
}

/** This form was sent before, with other answers (R17). `answer` is the address of what it made. */
export class SentBefore extends Conflict {
  constructor(readonly answer: string) {
    super('This form was sent before, with other answers');
  }
}

/**
 * The sentence of a conflict, for the page that says by itself why something cannot be done. Any other error is thrown on,
 * also those that every page tells alike: a form sent before, and a record changed meanwhile.
 */
export function sentenceOf(error: unknown): string {
  const isToldAlike = error instanceof SentBefore || error instanceof ChangedMeanwhile;
  if (error instanceof Conflict && !isToldAlike) return error.message;
  throw error;
}
