/** import.meta.glob, which the bundler answers. */
/// <reference types="vite/types/importMeta.d.ts" />
