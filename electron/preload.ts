/** Puts the bridge on window.triptych: the calls and events of core/contract, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../core/contract/bridge';

type Listener = (payload: never) => void;

const listeners = new Map<string, Set<Listener>>();
ipcRenderer.on('event', (_event, name: string, payload) => {
  for (const listener of [...(listeners.get(name) ?? [])]) listener(payload as never);
});

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  on: (name, listener) => {
    const heard = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, heard);
    // A wrapper of its own, so that one function given twice is two subscriptions.
    const entry: Listener = (payload) => listener(payload as never);
    heard.add(entry);
    return () => void heard.delete(entry);
  },
  flushed: () => ipcRenderer.send('flushed'),
};
contextBridge.exposeInMainWorld('triptych', bridge);
