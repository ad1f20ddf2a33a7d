// Package locale holds what depends on the language of an issue: the words that
// the engine itself prints, ordinals, dates, page ranges, quotation marks, and
// the typography that is laid over a writer's text.
//
// Start with For. A Locale is read-only and safe for concurrent use; For parses
// the file of the language asked for and nothing else (some tens of
// microseconds), so keep the result rather than asking again for every line.
//
// # Languages
//
// The 24 official languages of the European Union, Norwegian (Bokmål) and
// Chinese, with the varieties de-AT, de-CH, en-US, fr-CA, fr-CH, pt-BR and
// zh-Hant. Each is a file in data: lines of "key = value" in which # opens a
// comment line, ~ is a no-break space (U+00A0) and \, a narrow one (U+202F). A
// variety's file holds only what differs. A language without a file is served
// by English, and Known reports it.
//
// # Keys
//
// Labels, with what stands for %s:
//
//	name              the language in itself
//	newsletter        the word in the masthead, where the issue names none
//	foreword index highlights events infobites calendar contacts    titles
//	page pages        "Page 2", "Pages 3–5"
//	see-page see-pages    the same in running text, "page 2"
//	pair list         "4 and 5"; what stands between others, ", "
//	continued         kicker of a story's further page
//	continued-on continued-from    turn lines, with a page number
//	at-a-glance       heading of the facts box
//	date dates place organized-by participants speakers    entries of it
//	telephone-short email web address follow    in the contacts
//	cover photo       "Cover: %s", "Photo: %s", before a credit
//	from-left         opens a caption that several pictures share
//	more              "More: %s", before a title
//	issue             "%s issue" with an ordinal, or "Number %d"
//	eu-emblem funded  the emblem's alternative text, and its statement
//
// and, spoken by screen readers only: section quotation end link-page link-web
// link-mail link-call qr.
//
// Forms, which With can override like a label:
//
//	ordinal           rules "ENDING:FORM", first match wins; see Ordinal
//	day day-first     "%d", "%d.", "%d日"; the form of the first, "1er"
//	date-month date-day date-day-month    of %d day, %B month, %Y year
//	date-range date-range-wide            "–" and " – " unless given
//	months months-day months-short        nominative, after a day, short
//
// The rest (quotes, titles, units ...) is typography: TYPOGRAPHY.md describes
// it by rule and by language.
package locale
