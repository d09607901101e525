import { Trail } from './audit/trail';
import { SettingsFrame } from './settings-frame';

/** Who did what, when, from where, to what, and with which outcome. */
export function AuditPage() {
  return (
    <SettingsFrame part="audit" isOfAdmins>
      <Trail />
    </SettingsFrame>
  );
}
