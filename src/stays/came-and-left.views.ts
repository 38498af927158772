import type { House } from '../domain/house.js';
import type { Answered } from '../web/fields.js';
import type { Question } from '../web/paper-questions.js';
import { leavingFields } from './came.forms.js';
import { leftQuestions } from './on-paper.views.js';

/** Stands first where a bed is somebody else's: whoever has left since needs only the nights they were here (R52). */
export const leftSinceHint: Question = { part: 'left-since-hint', view: {} };

/** The leaving, in the same line as the arrival; closed until it is asked for, so that the form stays short. */
export const leftSinceQuestion = (form: Answered, house: House, isAsked: boolean): Question => ({
  part: 'left-since',
  view: {
    isOpen: isAsked || leavingFields.some((name) => form.typed(name) !== ''),
    questions: leftQuestions(form, house),
  },
});
