import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS } from '../domain/feedback.js';

/** Draws the code with which an anonymous guest reads the answer. */
@Injectable()
export class ReplyCodes {
  draw(): string {
    return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]!).join('');
  }
}
