// Package hyphen finds the places where a word may be broken, by the patterns
// that Franklin Liang's thesis describes ("Word Hy-phen-a-tion by Com-put-er",
// Stanford 1983) and TeX made the trade's own.
//
// A pattern is a piece of a word with figures between its letters: "1na" says
// that a hyphen may stand before "na", "n2at" with a higher figure that none may
// stand within "nat". All patterns that occur in the word, framed by dots, are
// laid over it; at every place the highest figure wins; odd ones allow a hyphen.
// Exceptions, whole words with their hyphens, go before patterns.
//
// [Load] takes the patterns of a language from a folder that holds, for every
// set NAME,
//
//	hyph-NAME.pat.txt   patterns, separated by white space
//	hyph-NAME.hyp.txt   exceptions, if there are any
//	mins.txt            a line per set: NAME, least letters left and right, languages
//
// and [Patterns.Points] breaks words. A word with soft hyphens is broken there
// and nowhere else.
package hyphen
