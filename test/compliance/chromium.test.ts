import { defineCompliance } from './compliance.ts';

defineCompliance('chrome');
