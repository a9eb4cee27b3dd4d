import {
  markAnswer,
  markInput,
  notificationInput,
  notificationPage,
  preferencesInput,
  preferencesView,
} from '@tinhgon/rules/views/notification';
import { personalData } from '@tinhgon/rules/views/personal-data';
import { call } from './call.ts';

/** What the caller was told, and how they want to be. */
export const NOTIFICATION_CALLS = [
  call({
    method: 'get',
    path: '/notifications',
    summary: 'What the caller was reminded of, newest first',
    query: notificationInput,
    answer: notificationPage,
    run: (caller, { query }) => caller.notifications.list(query),
  }),
  call({
    method: 'post',
    path: '/notifications/read',
    summary: 'Mark notifications as read, or as unread again',
    body: markInput,
    answer: markAnswer,
    run: (caller, { body }) => caller.notifications.mark(body),
  }),
  call({
    method: 'get',
    path: '/me/data',
    summary:
      'What is kept about the caller: person, functions, preferences, sessions, drafts, reminders, deeds',
    answer: personalData,
    run: (caller) => caller.me.data(),
  }),
  call({
    method: 'get',
    path: '/me/preferences',
    summary: "The caller's language and way of being reminded by e-mail",
    answer: preferencesView,
    run: (caller) => caller.me.preferences(),
  }),
  call({
    method: 'post',
    path: '/me/preferences',
    summary: 'Change them; what is left out stays as it is',
    body: preferencesInput.strict(),
    answer: preferencesView,
    run: (caller, { body }) => caller.me.savePreferences(body),
  }),
] as const;
