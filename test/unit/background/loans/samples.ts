import type { Cookie, CookieLoan, StorageLoan } from '../../../../src/background/loans/loan.ts';

export const cookie = (parts: Partial<Cookie>): Cookie => ({
  name: 'n',
  value: '7',
  domain: 'shop.example',
  hostOnly: true,
  path: '/',
  secure: false,
  httpOnly: false,
  sameSite: 'lax',
  storeId: '0',
  partitionKey: null,
  ...parts,
});

export const cookieLoan = (parts: Partial<CookieLoan> = {}): CookieLoan => ({
  tabId: 1,
  address: 'https://shop.example/a',
  store: 'cookie',
  storeId: '0',
  name: null,
  visitsBefore: null,
  before: [],
  ...parts,
});

export const storageLoan = (parts: Partial<StorageLoan> = {}): StorageLoan => ({
  tabId: 1,
  address: 'https://shop.example/a',
  store: 'localStorage',
  name: null,
  visitsBefore: null,
  before: [],
  ...parts,
});
