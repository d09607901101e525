import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule as NestConfigModule, ConfigService } from '@nestjs/config';
import { AppConfig } from './app-config.js';
import { parseEnvironment } from './parse-environment.js';
import type { RawEnvironment } from './environment.js';

const ENV_FILE = '.env';

/** The parsed configuration for the whole application; nothing else reads the process's environment. */
@Module({})
export class ConfigModule {
  /**
   * From the process's environment and `.env` (the environment wins). Rejects with the list of all problems.
   * Only the parsed object is kept: a key that stands in `.env` does not reach the environment of child processes.
   */
  static async forRoot(): Promise<DynamicModule> {
    const nest = await NestConfigModule.forRoot({
      isGlobal: true,
      cache: true,
      envFilePath: ENV_FILE,
      validate: (raw) => ({ app: parseEnvironment(raw as RawEnvironment) }),
    });
    return {
      module: ConfigModule,
      global: true,
      imports: [nest],
      providers: [
        {
          provide: AppConfig,
          useFactory: (service: ConfigService) => service.getOrThrow<AppConfig>('app'),
          inject: [ConfigService],
        },
      ],
      exports: [AppConfig],
    };
  }

  /** A configuration that is already there: commands that were given options, and tests. */
  static with(config: AppConfig): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: AppConfig, useValue: config }],
      exports: [AppConfig],
    };
  }
}

/** The same reading for commands that need no application context. */
export function loadConfig(): AppConfig {
  const file = existsSync(ENV_FILE) ? parseEnv(readFileSync(ENV_FILE, 'utf8')) : {};
  return parseEnvironment({ ...file, ...process.env });
}
