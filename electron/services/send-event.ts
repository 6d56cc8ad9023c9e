/** How services tell the window that something has happened. */
import type { EventName, EventPayload } from '../../core/contract/events';

export type SendEvent = <N extends EventName>(name: N, payload: EventPayload<N>) => void;
