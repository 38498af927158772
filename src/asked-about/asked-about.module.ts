import { Module } from '@nestjs/common';
import { AskedAboutController } from './asked-about.controller.js';

@Module({ controllers: [AskedAboutController] })
export class AskedAboutModule {}
