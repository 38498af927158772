import { ValidateBy, type ValidationOptions } from 'class-validator';
import { parseDay } from '../domain/house-time.js';

/** The text names a day that exists, such as 2026-02-28. */
export const IsCalendarDate = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isCalendarDate',
      validator: { validate: (text) => typeof text === 'string' && parseDay(text) !== null },
    },
    options,
  );
