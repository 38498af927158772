import type { Language } from './question.js';

/** The words a guest can choose from to open their covered screen again, by language. */
export const openingWords: Record<Language, readonly string[]> = {
  en: [
    'river',
    'apple',
    'lamp',
    'garden',
    'bread',
    'stone',
    'window',
    'feather',
    'island',
    'button',
    'forest',
    'spoon',
  ],
  es: [
    'río',
    'manzana',
    'lámpara',
    'jardín',
    'pan',
    'piedra',
    'ventana',
    'pluma',
    'isla',
    'botón',
    'bosque',
    'cuchara',
  ],
};
