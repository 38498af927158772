import { Module } from '@nestjs/common';
import { FollowUpsService } from './follow-ups.service.js';

@Module({ providers: [FollowUpsService], exports: [FollowUpsService] })
export class FollowUpsModule {}
