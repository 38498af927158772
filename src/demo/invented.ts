/** Words nobody is called by: whoever looks at a practice house sees that its people are made up. */
export const firstNames = (
  'Juniper Wren Tansy Bramble Clover Sorrel Perrin Odalys Bix Marlo Fennel Larkin Pepper Zoë Indigo Quill ' +
  'Saffron Tilly Wilder Yarrow Lucero Xochi Đào Łucja Amaru Nilo Ottoline Rafi Briar Sunniva Teodora Kestrel'
).split(' ');

export const lastNames = (
  'Lanternfield Puddlecombe Teacup Mossgrove Thistlewick Marmalade Quillfeather Cloudberry Dapplemere Galoshes ' +
  'Hobnob Inkwell Jellybean Kettleworth Moonpenny Nutmeg Oddsock Pebblebrook Rainbarrel Saltcellar Toastrack ' +
  'Velveteen Windowsill Yarnball Zigzag Acorncup Buttonbox Farolillo Limonada Parasol Snailpace Umbrella'
).split(' ');

export const pronouns = ['she/her', 'he/him', 'they/them', 'she/they', 'ella', 'él'] as const;

export const thingsLeft = [
  'A green scarf, in the hall cupboard',
  'Phone charger and a paperback, shelf in the office',
  'Two bags, coming for them on the weekend',
  'A drawing on the kitchen wall: may stay there',
  'Reading glasses',
  'Half a loaf, for whoever is hungry',
] as const;

export const ownWords = [
  'I slept for the first time in a week.',
  'The late talk in the kitchen helped most. Nobody told me what to do.',
  'I came with a plan for one night and stayed for four. That was right for me.',
  'It was loud on the second evening. Theo moved me to the quiet end of the table and that was enough.',
  'I would have gone to the emergency room. I made soup instead.',
  'Nice people. The bed is a bit short.',
  'I am not fixed, and nobody said I should be.',
  'Thank you for not asking why, and for listening when I said it anyway.',
] as const;

export const SPANISH_WORDS = `Llegué de noche, con una bolsa y sin saber qué decir. Rosa me abrió la puerta, me preguntó si quería té y no me preguntó nada más. Eso fue lo primero que me hizo bien: que nadie tuviera prisa.

Los dos primeros días casi no hablé. Me senté en la cocina a pelar papas con Theo y, sin darme cuenta, le estaba contando lo de mi hermana. Él también había pasado por algo parecido. No me dio consejos. Me dijo: «aquí estamos», y se quedó.

Lo que más agradezco es que me trataron como a una persona que sabe lo que necesita, aunque yo misma no estuviera segura. Dormí con la ventana abierta, caminé hasta el río, llamé a mi prima. El jueves me reí. Hacía mucho que no me reía.

Me voy con ganas de volver a mi casa, a mis plantas, y con el número de la casa en el bolsillo por si hace falta. Gracias por la sopa, por el silencio y por la luz del porche, que se ve desde la esquina y da ánimo.`;
