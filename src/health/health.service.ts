import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';

@Injectable()
export class HealthService {
  constructor(private readonly unit: UnitOfWork) {}

  /** Takes its turn like any act and changes nothing. Throws when the house cannot be written. */
  async checkWriter(): Promise<void> {
    await this.unit.run(async () => {});
  }
}
