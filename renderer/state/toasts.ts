/** Short messages at the window's edge and what is only said to screen readers. Each is announced once. */
import { create } from 'zustand';

export interface Toast {
  id: number;
  message: string;
  tone: 'plain' | 'error';
  action?: { label: string; run(): void };
}
type NewToast = Pick<Toast, 'message'> & Partial<Pick<Toast, 'tone' | 'action'>>;

interface Toasts {
  toasts: Toast[];
  /** Text of the polite live region. */
  said: string;
  show(toast: NewToast): number;
  dismiss(id: number): void;
  say(text: string): void;
}

let lastId = 0;

export const useToasts = create<Toasts>((set) => ({
  toasts: [],
  said: '',
  show(toast) {
    lastId += 1;
    const made: Toast = { tone: 'plain', ...toast, id: lastId };
    set((s) => ({ toasts: [...s.toasts, made].slice(-3) }));
    return made.id;
  },
  dismiss: (id) => set((s) => ({ toasts: s.toasts.filter((toast) => toast.id !== id) })),
  // The same words twice must change the text, or the second time is silent.
  say: (text) => set((s) => ({ said: s.said === text ? `${text}\u00A0` : text })),
}));

export const showToast = (toast: NewToast): number => useToasts.getState().show(toast);
export const announce = (text: string): void => useToasts.getState().say(text);
