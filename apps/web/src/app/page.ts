import i18next, { type Namespace } from 'i18next';
import { type ComponentType, createElement, lazy, type ReactElement } from 'react';

type Loaded = Readonly<Record<string, ComponentType>>;

/**
 * A page that is loaded when it is first visited, its words beside it: `page(() => import('@/pages/home/home-page'),
 * 'home')`. The module exports the one component.
 */
export function page(load: () => Promise<Loaded>, ...areas: Extract<Namespace, string>[]): ReactElement {
  return createElement(
    lazy(async () => {
      const [module] = await Promise.all([load(), i18next.loadNamespaces(areas)]);
      const [Component] = Object.values(module);
      if (Component === undefined) throw new Error('a page exports its component');
      return { default: Component };
    }),
  );
}
