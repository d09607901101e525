import {
  House,
  LayoutTemplate,
  type LucideIcon,
  MessagesSquare,
  Play,
  Scale,
  Settings,
  Users,
  UsersRound,
} from 'lucide-react';

export interface Place {
  readonly name: 'home' | 'start' | 'sessions' | 'reviews' | 'agents' | 'groups' | 'templates' | 'settings';
  readonly path: string;
  readonly icon: LucideIcon;
}

/** The ways of the navigation, in their order. On a phone the first four are tabs, the others are under "more". */
export const PLACES: readonly Place[] = [
  { name: 'home', path: '/', icon: House },
  { name: 'start', path: '/start', icon: Play },
  { name: 'sessions', path: '/sessions', icon: MessagesSquare },
  { name: 'reviews', path: '/reviews', icon: Scale },
  { name: 'agents', path: '/agents', icon: Users },
  { name: 'groups', path: '/groups', icon: UsersRound },
  { name: 'templates', path: '/templates', icon: LayoutTemplate },
  { name: 'settings', path: '/settings', icon: Settings },
];
