import { Hono } from 'hono';
import { notFound } from '../http/problem.ts';

/** What tells one picture from another: ground, hill, sun and where the sun stands. */
const SCENES: Readonly<Record<string, readonly [ground: string, hill: string, sun: string, at: string]>> = {
  'morning.svg': ['#f1dcc4', '#8a2f20', '#e7a04b', 'cx="236" cy="92" r="34"'],
  'slate.svg': ['#dfe6e6', '#2f4858', '#f6efe0', 'cx="92" cy="66" r="26"'],
  'harrow.svg': ['#e6d8c3', '#4a3526', '#c98a4b', 'cx="160" cy="104" r="42"'],
};

/** The pictures on the greeter's cards, below `/greeter`: drawn here, so that the demo needs no other server. */
export function pictureRoutes(): Hono {
  const routes = new Hono({ strict: false });
  routes.get('/:name', (c) => {
    const scene = Object.hasOwn(SCENES, c.req.param('name')) ? SCENES[c.req.param('name')] : undefined;
    if (!scene) throw notFound('picture');
    return c.body(draw(scene), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
      'content-security-policy': "default-src 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
  });
  return routes;
}

function draw([ground, hill, sun, at]: readonly [string, string, string, string]): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="640" height="360">',
    `<rect width="320" height="180" fill="${ground}"/><circle ${at} fill="${sun}"/>`,
    `<path d="M0 150C60 96 104 112 150 132s96-58 170-26v74H0z" fill="${hill}"/>`,
    `<path d="M0 166c80-34 140-4 196 2s86-12 124-18v30H0z" fill="${hill}" fill-opacity=".55"/>`,
    '</svg>',
  ].join('');
}
