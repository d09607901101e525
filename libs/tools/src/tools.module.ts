import { ToolBox } from '@council/council-core';
import { Module } from '@nestjs/common';
import { CouncilToolBox } from './council-tool-box.js';

@Module({ providers: [{ provide: ToolBox, useClass: CouncilToolBox }], exports: [ToolBox] })
export class ToolsModule {}
