/** Refusals that belong to the request, not to a house rule. Each has a page of its own in plain words. */
export abstract class Refusal extends Error {
  abstract readonly status: number;
}

/** The signed-in person's role lacks the act (R42). */
export class NotYours extends Refusal {
  readonly status = 403;
}

/** The change did not come from one of our own pages. */
export class NotFromHere extends Refusal {
  readonly status = 403;
}

/** No such address, or no such record, or not for you: all the same. */
export class NotHere extends Refusal {
  readonly status = 404;
}

/** The page was open too long or in another session. `place`: where what was typed is kept for this person, or null. */
export class PageTooOld extends Refusal {
  readonly status = 419;
  constructor(readonly place: string | null) {
    super('page too old');
  }
}

/** The address bar names another site. */
export class WrongHost extends Refusal {
  readonly status = 400;
}
