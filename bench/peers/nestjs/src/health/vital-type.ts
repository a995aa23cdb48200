import { registerEnumType } from '@nestjs/graphql';

/** What is measured, with the unit (UCUM) in which it is kept. */
export const UNITS = {
  HEART_RATE: '/min',
  RESTING_HEART_RATE: '/min',
  HEART_RATE_VARIABILITY: 'ms',
  RESPIRATORY_RATE: '/min',
  OXYGEN_SATURATION: '%',
  BLOOD_PRESSURE_SYSTOLIC: 'mm[Hg]',
  BLOOD_PRESSURE_DIASTOLIC: 'mm[Hg]',
  BLOOD_GLUCOSE: 'mmol/L',
  BODY_TEMPERATURE: 'Cel',
  WEIGHT: 'kg',
  HEIGHT: 'cm',
  BODY_FAT: '%',
  BODY_MASS_INDEX: 'kg/m2',
  VO2_MAX: 'mL/(kg.min)',
  MOOD: '{score}',
  STEPS: '{steps}',
  DISTANCE: 'm',
  FLOORS_CLIMBED: '{floors}',
  ACTIVE_ENERGY: 'kcal',
  BASAL_ENERGY: 'kcal',
  ACTIVE_MINUTES: 'min',
  SLEEP_DURATION: 'min',
  MINDFUL_MINUTES: 'min',
  WATER: 'mL',
};

export type VitalType = keyof typeof UNITS;

export const VitalType = Object.fromEntries(Object.keys(UNITS).map((type) => [type, type]));

registerEnumType(VitalType, { name: 'VitalType' });
