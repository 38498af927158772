import { Global, Module } from '@nestjs/common';
import { PaperController } from './paper.controller.js';
import { PaperKinds } from './paper-kinds.service.js';
import { PaperLines } from './paper-lines.service.js';
import { PaperPages } from './paper-pages.service.js';
import { PaperSheets } from './paper-sheets.service.js';

@Global()
@Module({
  controllers: [PaperController],
  providers: [PaperKinds, PaperLines, PaperPages, PaperSheets],
  exports: [PaperKinds, PaperSheets],
})
export class PaperModule {}
