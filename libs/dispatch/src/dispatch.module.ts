import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { DriverPorts } from './driver-ports.js';
import { InProcessRunner } from './in-process-runner.js';

/**
 * Drives sessions. It lies below the modules that keep the log and speak to models, and so asks for their ports: the
 * importer hands in the modules that export `ChatModel` and `ToolBox`; log, leases and live channel come from a global one.
 */
@Module({})
export class DispatchModule {
  static with(...imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return { module: DispatchModule, imports, providers: [DriverPorts, InProcessRunner], exports: [InProcessRunner] };
  }
}
