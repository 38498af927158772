import { Global, Module } from '@nestjs/common';
import { ActsService } from './acts.service.js';
import { UndoController } from './undo.controller.js';
import { UndoService } from './undo.service.js';

@Global()
@Module({
  controllers: [UndoController],
  providers: [ActsService, UndoService],
  exports: [ActsService, UndoService],
})
export class ActsModule {}
