import { DNS_NAMESPACE, uuidV5 } from '@council/kernel';

const NAMESPACE = uuidV5('persona-files.the-council', DNS_NAMESPACE);

/** File systems differ in how they write one and the same accented letter. */
export const nameOfFile = (file: string): string => file.normalize('NFC');

/** The id that a file's agent is made with: the same on every machine and after every start. */
export const agentOfFile = (file: string): string => uuidV5(nameOfFile(file), NAMESPACE);
