/** A ready answer to offer beside the field; `value` is what the form sends back. */
export interface Choice {
  value: string;
  label: string;
}

/**
 * A house rule said no to what was entered: 422, beside the field. `field` names the form field to blame, '' the whole
 * form; `choices` are ready answers to offer there, such as the first and the second 1:30 am (R3).
 */
export class RuleViolation extends Error {
  constructor(
    readonly field: string,
    message: string,
    readonly choices: Choice[] = [],
  ) {
    super(message);
  }
}
