/**
 * Whether a session goes on with a decision was seen otherwise than it is: its deadline may pass, and pause it, while
 * somebody decides. Nothing was appended; ask again with what is true.
 */
export class PauseMisjudged extends Error {
  constructor(readonly mustResume: boolean) {
    super(mustResume ? 'the deadline has paused the session' : 'the session is not paused by a deadline');
    this.name = 'PauseMisjudged';
  }
}
