import { Module } from '@nestjs/common';
import { EdgeModule } from './edge.module.js';
import { SignInController } from './sign-in.controller.js';

/** Apart from the edge: a server that has an edge need not have users. */
@Module({ imports: [EdgeModule], controllers: [SignInController] })
export class SignInModule {}
