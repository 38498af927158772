import { Controller, Get, Query } from '@nestjs/common';
import type { House } from '../domain/house.js';
import { codesOf } from '../domain/list-entry.js';
import { languages, type Language, type Moment, moments } from '../domain/question.js';
import { Page } from '../web/answer.js';
import { Permit } from '../web/permit.js';
import { TheHouse } from '../web/who.js';
import { QuestionsService } from './questions.service.js';
import { sheetView } from './sheet.views.js';

/** The questions on paper, for whoever would rather write. */
@Controller('questions/sheet')
export class SheetController {
  constructor(private readonly questions: QuestionsService) {}

  @Get()
  @Permit('questions.sheet')
  async sheet(
    @Query('moment') askedAt: string | string[] | undefined,
    @Query('language') asked: string | string[] | undefined,
    @TheHouse() house: House,
  ) {
    const moment = codesOf(moments).includes(String(askedAt)) ? (askedAt as Moment) : 'leaving';
    const language = codesOf(languages).includes(String(asked)) ? (asked as Language) : 'en';
    const questions = await this.questions.at(moment);
    return new Page('questions/sheet', sheetView({ questions, moment, language, houseName: house.name }));
  }
}
