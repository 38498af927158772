import { Module } from '@nestjs/common';
import { ExceptionLooks } from './exception-looks.service.js';
import { ExceptionsController } from './exceptions.controller.js';

@Module({
  controllers: [ExceptionsController],
  providers: [ExceptionLooks],
  exports: [ExceptionLooks],
})
export class ExceptionsModule {}
