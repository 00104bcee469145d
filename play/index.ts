export { type PlayOptions, playPack } from './playPack.ts';
