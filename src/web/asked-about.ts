/** The same words for everyone who asks about anyone: nobody learns here who stays (R49). */
export const WORDS_TO_SAY = '“I can’t tell anyone who is or isn’t here. I can put a message on our board.”';
