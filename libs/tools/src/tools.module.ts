import { Evidence, ToolBox } from '@council/council-core';
import { Module } from '@nestjs/common';
import { CouncilToolBox } from './council-tool-box.js';
import { NoEvidence } from './no-evidence.js';

@Module({
  providers: [
    { provide: ToolBox, useClass: CouncilToolBox },
    { provide: Evidence, useClass: NoEvidence },
  ],
  exports: [Evidence, ToolBox],
})
export class ToolsModule {}
