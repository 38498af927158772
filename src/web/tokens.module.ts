import { type DynamicModule, Global, Module } from '@nestjs/common';
import { FormTokens } from './form-tokens.js';

@Global()
@Module({})
export class TokensModule {
  static with(secret: string): DynamicModule {
    const tokens = { provide: FormTokens, useValue: new FormTokens(secret) };
    return { module: TokensModule, providers: [tokens], exports: [tokens] };
  }
}
