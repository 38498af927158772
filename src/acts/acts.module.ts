import { Global, Module } from '@nestjs/common';
import { ActsService } from './acts.service.js';

@Global()
@Module({ providers: [ActsService], exports: [ActsService] })
export class ActsModule {}
