import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCycles, listSources, readImports, roomOf, ROOT } from './imports.ts';
import type { Import } from './imports.ts';
import { INNER_ROOMS, OPEN_ROOMS, ROOMS, SIDE_DOORS } from './plan.ts';

const sources = listSources();
const imports = readImports(sources);
const rooms = [...new Set(sources.map(roomOf))];

describe('the floors', () => {
  test('every source file stands in a room of the plan', () => {
    expect(rooms.filter((room) => !(outer(room) in ROOMS))).toEqual([]);
  });

  test('the plan itself points down', () => {
    const upward = Object.entries(ROOMS).flatMap(([name, room]) =>
      room.mayImport
        .filter((other) => other !== 'lib' && (ROOMS[outer(other)]?.floor ?? 99) >= room.floor)
        .map((other) => `${name} -> ${other}`),
    );
    expect(upward).toEqual([]);
  });

  test.for(rooms)('%s imports only rooms that the plan allows', (room) => {
    expect(of(room).filter(leavesRoom).filter(forbiddenRoom).map(describeImport)).toEqual([]);
  });

  test.for(rooms)('%s imports only packages that the plan allows', (room) => {
    expect(of(room).filter(forbiddenPackage).map(describeImport)).toEqual([]);
  });

  test('rooms are entered through their doors', () => {
    expect(imports.filter(leavesRoom).filter(climbsThroughWindow).map(describeImport)).toEqual([]);
  });

  test('no room imports its own door', () => {
    const own = imports.filter(
      (each) => each.to !== undefined && !leavesRoom(each) && /^index\.tsx?$/.test(inRoom(each.to)),
    );
    expect(own.map(describeImport)).toEqual([]);
  });

  test('every room has a door', () => {
    const doorless = rooms.filter((room) => !['index.ts', 'index.tsx'].some((door) => has(room, door)));
    expect(doorless.filter((room) => !DOORLESS.has(room))).toEqual([]);
  });

  test('no file imports itself through others, types included', () => {
    expect(findCycles(imports)).toEqual([]);
  });

  test('every relative import names an existing file with its extension', () => {
    const broken = imports.filter(({ to }) => to !== undefined && !existsSync(join(ROOT, 'src', to)));
    expect(broken.map(describeImport)).toEqual([]);
  });
});

/** Rooms that nobody imports: entry points of scripts and pages. */
const DOORLESS = new Set(['desk', 'widget', 'facades', 'facades/omni-sdk', 'server/node', 'locales', '']);

function of(room: string): Import[] {
  return imports.filter((each) => roomOf(each.from) === room);
}

function leavesRoom({ from, to }: Import): boolean {
  return to !== undefined && roomOf(from) !== roomOf(to);
}

function forbiddenRoom({ from, to }: Import): boolean {
  const here = roomOf(from);
  const there = roomOf(to ?? '');
  if (there in INNER_ROOMS || here in INNER_ROOMS) return !allowedInner(here, there);
  return !isOpen(here, there) && ROOMS[here]?.mayImport.includes(there) !== true;
}

/** An inner room stands on the room around it and on what that one may import; to others it is a room named in the plan. */
function allowedInner(here: string, there: string): boolean {
  const around = outer(here);
  if (there in INNER_ROOMS) return ROOMS[around]?.mayImport.includes(there) === true;
  return there === around || isOpen(around, there) || ROOMS[around]?.mayImport.includes(there) === true;
}

function isOpen(here: string, there: string): boolean {
  return (ROOMS[here]?.floor ?? 0) > 0 && OPEN_ROOMS.some((open) => open === there);
}

function forbiddenPackage({ from, specifier, to }: Import): boolean {
  if (to !== undefined) return false;
  const room = roomOf(from);
  const allowed = [...(ROOMS[outer(room)]?.packages ?? []), ...(INNER_ROOMS[room]?.packages ?? [])];
  return !allowed.some(
    (name) => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
  );
}

/** An inner room may open the files of the room around it directly: they are one household. */
function climbsThroughWindow({ from, to }: Import): boolean {
  if (to === undefined || roomOf(to) === outer(roomOf(from))) return false;
  const file = inRoom(to);
  return !/^index\.tsx?$/.test(file) && SIDE_DOORS[roomOf(to)]?.test(file) !== true;
}

function outer(room: string): string {
  return room in INNER_ROOMS ? room.slice(0, room.indexOf('/')) : room;
}

function inRoom(file: string): string {
  const room = roomOf(file);
  return room === '' ? file : posix.relative(room, file);
}

function has(room: string, file: string): boolean {
  return sources.includes(room === '' ? file : `${room}/${file}`);
}

function describeImport({ from, specifier }: Import): string {
  return `src/${from} imports '${specifier}'`;
}
