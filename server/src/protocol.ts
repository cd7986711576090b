/**
 * What client and server say to each other beyond LSP: names and types, a file per view, and how both tell the time zone. The client imports nothing
 * else of the server. Everything here is plain JSON. Addresses (`Uri`) are strings in normal form; a bot is told by the
 * address of its folder, which stays the same while its name is being edited.
 */
export type { PictureElement } from './features/flowGraph/element';
export * from './protocol/connection';
export * from './protocol/views';
export * from './protocol/editing';
export * from './protocol/flowGraph';
export * from './protocol/gateway';
export * from './protocol/nlp';
export * from './protocol/evaluation';
export * from './protocol/testing';
export * from './protocol/chat';
export * from './protocol/release';
export * from './protocol/hotfix';
export * from './protocol/doctor';
export * from './protocol/deployment';
export * from './protocol/remote';
export * from './protocol/virtualFiles';
export * from './protocol/notifications';
export type { Range } from './text/range';
export { ownTimeZone } from './text/timeZone';
export type { Uri } from './text/uri';
