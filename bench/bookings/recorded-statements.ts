import { readFileSync } from 'node:fs';

/** Lines for postgresql.auto.conf: PostgreSQL writes down every statement with its values, as JSON. */
export const recordingSettings = `
logging_collector = on
log_destination = jsonlog
log_directory = recorded
log_filename = statements
log_rotation_size = 0
log_rotation_age = 0
log_statement = all
`;

/** Where they are, in PostgreSQL's folder. */
export const recordingFile = 'recorded/statements.json';

export interface RecordedStatement {
  /** What a connection knew it by; undefined where it was parsed each time. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** One statement that is its own transaction, or all of a transaction, `begin` and `commit` included. */
export interface RecordedTransaction {
  /** Which of all recorded, in the order in which they began. */
  readonly place: number;
  readonly database: string;
  /** The connection that it was sent over. */
  readonly session: string;
  /** What the connection was called. */
  readonly application: string;
  readonly statements: readonly RecordedStatement[];
}

interface LogLine {
  readonly dbname?: string;
  readonly session_id?: string;
  readonly application_name?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly backend_type?: string;
}

/** Reads what was recorded, in the order in which it was begun. What was still open at the end is left out. */
export function readRecording(file: string): readonly RecordedTransaction[] {
  const read: RecordedTransaction[] = [];
  const open = new Map<string, { place: number; statements: RecordedStatement[] }>();
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [place, line] of lines.entries()) {
    if (line === '') continue;
    const logged = JSON.parse(line) as LogLine;
    const { dbname: database, session_id: session, application_name: application = '' } = logged;
    const statement = statementOf(logged);
    if (!statement || !database || !session || logged.backend_type !== 'client backend') continue;
    const transaction = open.get(session);
    if (transaction) {
      transaction.statements.push(statement);
      if (!ends.test(statement.text)) continue;
      open.delete(session);
      read.push({ database, session, application, ...transaction });
    } else if (begins.test(statement.text)) {
      open.set(session, { place, statements: [statement] });
    } else {
      read.push({ place, database, session, application, statements: [statement] });
    }
  }
  return read.sort((a, b) => a.place - b.place);
}

const begins = /^\s*(begin|start transaction)\b/i;
const ends = /^\s*(commit|rollback|end)\s*;?\s*$/i;
const sent = /^(?:statement|execute (?<name>[^:]+)): (?<text>[\s\S]*)$/;
const value = /\$\d+ = (?:NULL|'((?:[^']|'')*)')/g;

function statementOf({ message = '', detail = '' }: LogLine): RecordedStatement | null {
  const { name, text } = sent.exec(message)?.groups ?? {};
  if (text === undefined) return null;
  const values = [...detail.matchAll(value)].map(([, quoted]) => quoted?.replaceAll("''", "'") ?? null);
  return { name: name === '<unnamed>' ? undefined : name, text, values };
}
