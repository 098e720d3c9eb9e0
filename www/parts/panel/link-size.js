// How long a link is, in words.

/** Some chats and mail programs cut off longer addresses. */
const LONG = 8000;

/** @param {string} link */
export const linkSize = ({ length }) =>
  `${length.toLocaleString("en")} characters.${length > LONG ? " Some programs cut off a link of this length. The file is safer." : ""}`;
