import { ConsoleLogger, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';

/** For a command that needs the application without its edge: brings it up, works with it, and closes it. */
export async function withServices<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(await AppModule.forRoot(), {
    logger: new ConsoleLogger({ logLevels: ['fatal', 'error'], forceConsole: true }),
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
