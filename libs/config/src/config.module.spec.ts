import { describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig } from './app-config.js';
import { ConfigModule, loadConfig } from './config.module.js';
import { parseEnvironment } from './parse-environment.js';

@Injectable()
class Reader {
  constructor(readonly config: AppConfig) {}
}
@Module({ providers: [Reader] })
class ReaderModule {}

describe('ConfigModule', () => {
  it('hands the parsed environment to any module', async () => {
    const app = await Test.createTestingModule({ imports: [ConfigModule.forRoot(), ReaderModule] }).compile();
    expect(app.get(Reader).config).toBeInstanceOf(AppConfig);
    expect(app.get(Reader).config).toEqual(loadConfig());
  });

  it('hands over a configuration that is already there', async () => {
    const config = parseEnvironment({}).with({ port: 0 });
    const app = await Test.createTestingModule({ imports: [ConfigModule.with(config), ReaderModule] }).compile();
    expect(app.get(Reader).config).toBe(config);
    expect(config.port).toBe(0);
  });
});
