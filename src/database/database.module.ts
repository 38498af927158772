import { type DynamicModule, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { OpenHouse } from './opening.js';
import { PageReader } from './page-reader.js';
import { ReportReader } from './report-reader.js';
import { UnitOfWork } from './unit-of-work.js';

/** Without a try more: each connection is open already, with everything checked. */
const connection = (database: DataSource, name?: string): DynamicModule =>
  TypeOrmModule.forRootAsync({
    name,
    useFactory: () => ({ ...database.options, retryAttempts: 0 }),
    dataSourceFactory: () => Promise.resolve(database),
  });

const on = <Kind>(kind: new (database: DataSource) => Kind, name?: string) => ({
  provide: kind,
  inject: [getDataSourceToken(name)],
  useFactory: (database: DataSource) => new kind(database),
});

/** The opened house file for every part of the house: what writes and what reads. */
@Module({})
export class DatabaseModule {
  static with({ writer, pages, reports }: OpenHouse): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [connection(writer), connection(pages, 'pages'), connection(reports, 'reports')],
      providers: [on(UnitOfWork), on(PageReader, 'pages'), on(ReportReader, 'reports')],
      exports: [UnitOfWork, PageReader, ReportReader],
    };
  }
}
