import { Module } from '@nestjs/common';
import { AnswersService } from './answers.service.js';
import { QuestionsService } from './questions.service.js';
import { SheetController } from './sheet.controller.js';

@Module({
  controllers: [SheetController],
  providers: [QuestionsService, AnswersService],
  exports: [QuestionsService, AnswersService],
})
export class QuestionsModule {}
