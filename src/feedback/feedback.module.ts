import { Module } from '@nestjs/common';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackLists } from './feedback-lists.service.js';
import { FeedbackPages } from './feedback-pages.service.js';
import { FeedbackService } from './feedback.service.js';
import { ReplyCodes } from './reply-codes.service.js';
import { SaidAndDoneController } from './said-and-done.controller.js';
import { SaidAndDoneService } from './said-and-done.service.js';

const services = [FeedbackService, FeedbackLists, SaidAndDoneService];

@Module({
  controllers: [FeedbackController, SaidAndDoneController],
  providers: [...services, FeedbackPages, ReplyCodes],
  exports: services,
})
export class FeedbackModule {}
