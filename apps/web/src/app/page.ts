import type { QueryClient } from '@tanstack/react-query';
import i18next, { type Namespace } from 'i18next';
import { type ComponentType, createElement, lazy, type ReactElement, useState } from 'react';
import type { Params, RouteObject } from 'react-router';

type Loaded = Readonly<Record<string, ComponentType>>;
export type Area = Extract<Namespace, string>;

/** What is known of a page before anything is drawn. */
export interface Ahead {
  readonly open: () => Promise<unknown>;
  /** Whose words it needs. */
  readonly areas: readonly Area[];
  /** Asks the server for what it shows first. */
  readonly read?: (client: QueryClient, params: Params) => Promise<unknown>;
}

/**
 * A page that is loaded when it is first visited, its words beside it: `page(() => import('@/pages/home/home-page'),
 * 'home')`. The module exports the one component.
 */
export function page(load: () => Promise<Loaded>, ...areas: readonly Area[]): ReactElement {
  return pageOf(load, areas).element;
}

/** A page at a path. */
export function route(
  path: string,
  load: () => Promise<Loaded>,
  areas: readonly Area[],
  read?: NonNullable<Ahead['read']>,
): RouteObject {
  const { element, open } = pageOf(load, areas);
  const handle: Ahead = { open, areas, ...(read && { read }) };
  return { path, element, handle };
}

function pageOf(load: () => Promise<Loaded>, areas: readonly Area[]) {
  let loaded: ComponentType | undefined;
  const open = async (): Promise<ComponentType> => {
    [loaded] = Object.values(await load());
    if (loaded === undefined) throw new Error('a page exports its component');
    return loaded;
  };
  const Later = lazy(async () => {
    const [Component] = await Promise.all([open(), i18next.loadNamespaces(areas)]);
    return { default: Component };
  });
  // What is here already is drawn at once: whoever waits for a lazy one, even for no time, shows the skeleton first.
  const Page = (): ReactElement => createElement(useState(() => loaded)[0] ?? Later);
  return { element: createElement(Page), open };
}
