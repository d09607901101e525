export function renderNginx(text: string, values: Readonly<Record<string, string>>): string;

export function nginxVariables(settings: Readonly<Record<string, string>>): Record<string, string>;

export function writeNginxSite(site: {
  readonly folder: string;
  readonly root: string;
  readonly port: number;
  readonly tlsPort?: number;
  readonly settings?: Readonly<Record<string, string>>;
}): string;
