import type { EventOf, LogEvent, TokenDelta } from '@council/contracts';
import { depthsOf } from './graph-depths';
import { EMPTY_LOG, type NodeCourse, type RoomLog, type Turn } from './room-log';
import { withSteering } from './room-steering';
import { withVote } from './room-votes';

const NOT_BEGUN: NodeCourse = {
  status: 'pending',
  round: 0,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: 0,
  isEstimated: false,
};

/**
 * Folds a session's events, and the text that is being spoken, into what the room shows. It changes in place, since
 * hundreds of pieces may come in a second; `log` is a picture of it, in which what has not changed is the same object.
 */
export class RoomFold {
  #log: RoomLog = EMPTY_LOG;
  #depths: Readonly<Record<string, number>> = {};
  #isPictured = true;
  readonly #turns: Turn[] = [];
  readonly #places = new Map<string, number>();

  get log(): RoomLog {
    if (!this.#isPictured) {
      this.#log = { ...this.#log, turns: [...this.#turns] };
      this.#isPictured = true;
    }
    return this.#log;
  }

  get seq(): number {
    return this.#log.seq;
  }

  /** Takes in one durable event; what was seen before changes nothing. */
  take(event: LogEvent): void {
    if (event.seq <= this.#log.seq) return;
    this.#change(event);
    const { steering, isEnding } = this.#log;
    this.#log = {
      ...this.#log,
      seq: event.seq,
      steering: withSteering(steering, event),
      isEnding: isEnding || event.event === 'control:finish',
    };
  }

  /**
   * Takes in a piece of text that is being spoken. A higher attempt discards the lower; a finished turn takes nothing
   * more. False when pieces are missing before this one: the text so far must be asked for again.
   */
  takeDelta(delta: TokenDelta, at: string): boolean {
    if (isReport(delta)) return true;
    const known = this.#find(delta.turn_id);
    if (known !== undefined && (known.isDone || delta.attempt < known.attempt)) return true;
    const isAnew = known === undefined || delta.attempt > known.attempt;
    const field = delta.is_thinking === true ? 'thinking' : 'text';
    const before = isAnew ? '' : known[field];
    if (delta.offset > before.length) return false;
    this.#turn(delta.turn_id, delta.node_id, at, {
      attempt: delta.attempt,
      trouble: null,
      ...(isAnew ? { text: '', thinking: '' } : {}),
      [field]: before.slice(0, delta.offset) + delta.chunk,
    });
    return true;
  }

  #change({ node_id: nodeId = '', timestamp: at, seq, ...event }: LogEvent): void {
    switch (event.event) {
      case 'session:created':
        this.#depths = depthsOf(event.data.graph);
        this.#log = { ...this.#log, created: event.data };
        break;
      case 'node_state_change': {
        const { status, round = 0 } = event.data;
        this.#node(nodeId, { status, round });
        break;
      }
      case 'token_usage':
        this.#spend(nodeId, event.data);
        break;
      case 'model_call:failed':
        this.#turn(event.data.turn_id, nodeId, at, { trouble: event.data.error });
        if (event.data.usage != null) this.#spend(nodeId, event.data.usage);
        break;
      case 'seat:replaced':
        this.#turn(event.data.turn_id, nodeId, at, {
          insteadOf: `${event.data.from.provider}/${event.data.from.model}`,
        });
        break;
      case 'tool_execution':
        this.#tool(event.data, nodeId, at);
        break;
      case 'message:completed':
        this.#turn(event.data.turn_id, nodeId, at, {
          ...saidBy(event.data),
          ...{ at, seq, isDone: true, trouble: null },
        });
        break;
      case 'session:forked':
        // What came before was paid for by the other session.
        for (const id of Object.keys(this.#log.nodes)) this.#node(id, { inputTokens: 0, outputTokens: 0, costUsd: 0 });
        break;
      case 'loop:round_opened':
      case 'node:retried':
        for (const id of event.data.nodes) this.#node(id, { status: 'pending' });
        break;
      case 'ballot:cast':
      case 'vote:tallied':
        this.#log = { ...this.#log, votes: withVote(this.#log, nodeId, event) };
        break;
      case 'user:message': {
        const { message_id: key, by, content: text } = event.data;
        this.#log = { ...this.#log, remarks: [...this.#log.remarks, { key, by, text, at }] };
        break;
      }
      default:
    }
  }

  #find(key: string): Turn | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#turns[place];
  }

  #turn(key: string, nodeId: string, at: string, changes: Partial<Turn>): void {
    const place = this.#places.get(key) ?? this.#turns.length;
    this.#turns[place] = { ...(this.#turns[place] ?? this.#newTurn(key, nodeId, at)), ...changes };
    this.#places.set(key, place);
    this.#isPictured = false;
  }

  #tool(data: EventOf<'tool_execution'>['data'], nodeId: string, at: string): void {
    const { call_id: id, tool, input, output, is_error: isError, turn_id: key } = data;
    const tools = this.#find(key)?.tools ?? [];
    this.#turn(key, nodeId, at, { tools: [...tools, { id, tool, input, output, isError }] });
  }

  #node(id: string, changes: Partial<NodeCourse>): void {
    const node = { ...(this.#log.nodes[id] ?? NOT_BEGUN), ...changes };
    this.#log = { ...this.#log, nodes: { ...this.#log.nodes, [id]: node } };
  }

  #spend(id: string, used: NonNullable<EventOf<'model_call:failed'>['data']['usage']>): void {
    const before = this.#log.nodes[id] ?? NOT_BEGUN;
    const cost = used.estimated_cost_usd;
    this.#node(id, {
      inputTokens: before.inputTokens + used.input_tokens,
      outputTokens: before.outputTokens + used.output_tokens,
      costUsd: cost === null || before.costUsd === null ? null : before.costUsd + cost,
      isEstimated: before.isEstimated || used.is_estimated,
    });
  }

  #newTurn(key: string, nodeId: string, at: string): Turn {
    return {
      key,
      nodeId,
      seatId: key.slice(0, key.lastIndexOf('#')),
      round: this.#log.nodes[nodeId]?.round ?? 0,
      depth: this.#depths[nodeId] ?? 0,
      attempt: 0,
      text: '',
      thinking: '',
      tools: [],
      references: [],
      name: null,
      agentUuid: null,
      model: null,
      insteadOf: null,
      trouble: null,
      at,
      seq: null,
      isDone: false,
    };
  }
}

/** It streams like a turn, but has a place of its own, where it is read as a whole. */
const isReport = ({ turn_id }: TokenDelta): boolean => turn_id.endsWith('#report');

function saidBy(data: EventOf<'message:completed'>['data']): Partial<Turn> {
  return {
    attempt: data.attempt,
    text: data.content,
    references: data.references,
    name: data.agent_name,
    agentUuid: data.agent_id,
    model: `${data.provider}/${data.model}`,
  };
}
