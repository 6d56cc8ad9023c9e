/**
 * Must be imported before any schema: zod compiles objects with `new Function` unless told not to, and the window's content
 * security policy forbids (and reports) that.
 */
import { z } from 'zod';

z.config({ jitless: true });
