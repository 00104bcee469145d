import { expect, inject, test } from 'vitest';
import {
  inviteToShow,
  receivedContexts,
  receivedInvites,
  shownInvite,
} from '../../driver/widget.ts';
import { inBothBrowsers } from './withExtension.ts';

const CHECKING_IN = 'Hi! Just checking in to see if I can help answer any questions you may have.';
const shown = (value: string | number) => ({ value, isDisplayable: true });

// Berlin, for Firefox; Chromium is told below.
const BERLIN = { latitude: 52.52, longitude: 13.405, accuracy: 50 };
const preferences = {
  'geo.provider.network.url': `data:application/json,${encodeURIComponent(
    JSON.stringify({ location: { lat: BERLIN.latitude, lng: BERLIN.longitude }, accuracy: 50 }),
  )}`,
  'geo.provider.testing': true,
  'geo.provider.use_geoclue': false,
};

inBothBrowsers(
  ({ name, newTab, simulator }) => {
    test('an invite reaches the widget with its options, and is seen in it', async () => {
      const tab = await newTab();
      await tab.enable('dateWindow');
      await tab.goTo('/sale');
      expect(await inviteToShow(tab.page)).toContain(CHECKING_IN);
      expect(await receivedInvites(tab.page)).toEqual([
        { notificationConfig: { message: CHECKING_IN }, enablePreChat: false, inNewWindow: false },
      ]);
      expect(await receivedContexts(tab.page)).toEqual([
        { 'Proactive Chat': shown('True'), 'Page URL': shown(`${inject('origin')}/sale`) },
      ]);
    });

    test('time on the page is counted from lcw:ready, and the wait can be skipped', async () => {
      const tab = await newTab();
      await tab.enable('waitTime');
      await tab.goTo('/product');
      const { facts } = await tab.widgetReady();
      expect(facts.sinceReady).toBeLessThan(20_000);
      expect(await receivedInvites(tab.page)).toEqual([]);
      await tab.command({ command: 'skip', ms: 20_000 });
      await tab.outcome('waitTime', 'shown');
      expect(await receivedContexts(tab.page)).toEqual([
        {
          'Proactive Chat': shown('True'),
          'Time On Page': shown(20_000),
          'Page URL': shown(`${inject('origin')}/product`),
        },
      ]);
    });

    test('visits are counted per page, and anew after the invite', async () => {
      const tab = await newTab();
      await tab.enable('repeatVisits');
      for (const visits of [1, 2, 3]) {
        await tab.goTo('/community');
        const { facts } = await tab.widgetReady();
        expect(facts.visits).toBe(visits);
      }
      await tab.command({ command: 'skip', ms: 5_000 });
      await tab.outcome('repeatVisits', 'shown');
      expect(await receivedContexts(tab.page)).toEqual([
        {
          'Proactive Chat': shown('True'),
          'No. of visits': shown(3),
          Forums: shown('Surface Devices'),
        },
      ]);
      await tab.goTo('/community');
      expect((await tab.widgetReady()).facts.visits).toBe(1);
    });

    test('leaving counts once armed, and offers once per page load', async () => {
      const tab = await newTab();
      await tab.enable('exitIntent');
      await tab.goTo('/cart');
      await tab.widgetReady();
      const leave = () => simulator().leavePage(tab.page);
      await leave();
      await tab.event('the pointer to leave', ({ kind }) => kind === 'pointer left');
      expect(await receivedInvites(tab.page)).toEqual([]);
      await tab.command({ command: 'skip', ms: 15_000 });
      await leave();
      await tab.outcome('exitIntent', 'shown');
      await leave();
      await leave();
      expect(await receivedInvites(tab.page)).toHaveLength(1);
    });

    test('the country is found offline from the visitor’s real position', async () => {
      const tab = await newTab();
      if (name === 'chrome') {
        await simulator()
          .browser.defaultBrowserContext()
          .overridePermissions(inject('origin'), ['geolocation']);
        await tab.page.setGeolocation(BERLIN);
      }
      await tab.enable('country');
      await tab.goTo('/shipping');
      const { facts } = await tab.report(
        'the country',
        (report) => typeof report.facts.country === 'object',
      );
      expect(facts.country).toEqual({ name: 'Germany', code: 'DE' });
      expect(await shownInvite(tab.page)).toBeNull();
    });

    test('the case id is read from the page, and its absence is told', async () => {
      const tab = await newTab();
      await tab.goTo('/support/case?caseId=CAS-7');
      await tab.widgetReady();
      await tab.command({ command: 'fire', scenarioId: 'caseStatus' });
      await tab.outcome('caseStatus', 'shown');
      expect(await inviteToShow(tab.page)).toContain(
        'The status of the case: CAS-7 is in progress.',
      );
      await tab.goTo('/faq');
      await tab.widgetReady();
      await tab.command({ command: 'fire', scenarioId: 'caseStatus' });
      const { text } = await tab.outcome('caseStatus', 'blocked');
      expect(text).toEqual({ key: 'parameterUnknown', values: ['case id'] });
    });
  },
  { preferences },
);
