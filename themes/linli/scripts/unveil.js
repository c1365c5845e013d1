/* Comes last of the scripts: the page says what is true now, and can be seen (see site.js). */
document.documentElement.classList.remove("is-veiled");
