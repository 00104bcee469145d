import { defineCompliance } from './compliance.ts';

defineCompliance('firefox');
