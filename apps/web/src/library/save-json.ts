import { saveFile } from '@/ui/save-file';

/** As a file that a person can read, and `ImportFile` takes. */
export function saveJson(name: string, kind: string, draft: object): void {
  saveFile(`${name}.${kind}.json`, `${JSON.stringify(draft, null, 2)}\n`, 'application/json');
}
