/** The exit code when a command or its files were not understood; a wrong formula is an answer. */
export const misuse = 2;
