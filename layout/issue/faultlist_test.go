package issue

import "slices"

// fault is an edit of the sound issue, with everything that is said about it.
type fault struct{ name, old, new, want string }

func faults() []fault {
	return slices.Concat(keyFaults(), typeFaults(), dateFaults(), idFaults(), photoFaults(), linkFaults(), markdownFaults(), syntaxFaults())
}

// keyFaults are keys that are wrong, missing or empty.
func keyFaults() []fault {
	return []fault{
		{
			"unknown key", "highlights:",
			"highlihgts:",
			`:16:1: error: unknown key "highlihgts" [unknown-key] | did you mean "highlights"?`,
		},
		{
			"unknown key without a guess", "number: 11",
			"weather: fine",
			`:3:1: error: unknown key "weather" [unknown-key] | possible here: title, name, number, date, language, brand, publisher, pages, photo-defaults, photo-folders, funding, cover, foreword, index, highlights, events, infobites, sections, contacts`,
		},
		{
			"unknown key in an article", "      facts:",
			"      fact:",
			`:22:7: error: unknown key "fact" [unknown-key] | did you mean "facts"?`,
		},
		{
			"duplicate key", "number: 11",
			"number: 11\nnumber: 12",
			`:4:1: error: duplicate key "number" [duplicate-key] | the first is at line 3`,
		},
		{
			"duplicate key in a photo", "alt: Lights,",
			"alt: Lights, alt: More,",
			`:9:48: error: duplicate key "alt" [duplicate-key] | the first is at line 9`,
		},
		{
			"missing title", "title: Migration and Mobility\n",
			"",
			`:1:1: error: the file has no "title" [missing-key] | add title: the newsletter's full title`,
		},
		{
			"missing date", "date: 2023-06\n",
			"",
			`:1:1: error: the file has no "date" [missing-key] | add date: the issue's date, 2023-06 or 2023-06-27`,
		},
		{
			"empty title", "title: Migration and Mobility",
			"title: ''",
			`:1:8: error: "title" is empty [empty-text] | write something or delete the key`,
		},
		{
			"title of nothing", "title: Migration and Mobility",
			"title:",
			`:1:7: error: "title" is empty [empty-text] | write something or delete the key`,
		},
		{
			"blank headline", "title: Hainan",
			"title: '  '",
			`:19:14: error: "title" is empty [empty-text] | write something or delete the key`,
		},
		{
			"empty section title", "  title: Events",
			"  title:",
			`:31:9: error: "title" is empty [empty-text] | write something or delete the key`,
		},
		{
			"empty text", "        One two three.\n",
			"\n",
			`:20:13: error: the text is empty [empty-text] | write something or delete the key`,
		},
		{
			"text of nothing", "      text: |\n        One two three.\n",
			"      text:\n",
			`:20:12: error: the text is empty [empty-text] | write something or delete the key`,
		},
		{
			"no text at all", "    - {title: Border, text: Words.}",
			"    - {title: Border}",
			`:33:7: error: the article has no text [empty-text] | add text:`,
		},
		{
			"empty foreword", "foreword:\n  text: |\n    A first paragraph.\n\n    A second one with [a link](https://example.org/a).\n",
			"foreword:\n",
			`:10:10: error: "foreword" is empty [empty-value] | fill it in or delete the key`,
		},
	}
}

// typeFaults are values of the wrong type or out of range.
func typeFaults() []fault {
	return []fault{
		{
			"title is a list", "title: Migration and Mobility",
			"title: [a, b]",
			`:1:8: error: "title" must be text, not a list [wrong-type]`,
		},
		{
			"title is a mapping", "title: Migration and Mobility",
			"title: {a: b}",
			`:1:8: error: "title" must be text, not a mapping [wrong-type] | put quotes around it if it is text`,
		},
		{
			"articles are a mapping", "  articles:\n    - {title: Border, text: Words.}",
			"  articles: {title: Border, text: Words.}",
			`:32:13: error: "articles" must be a list, not a mapping [wrong-type] | write it as a list: each entry on a line of its own that begins with "- "`,
		},
		{
			"article is a text", "    - {title: Border, text: Words.}",
			"    - Border",
			`:33:7: error: an entry of "articles" must be a mapping, not text [wrong-type] | write keys below it: key: value`,
		},
		{
			"see is a text", "see: {text: More, story: events/border}",
			"see: events/border",
			`:25:12: error: "see" must be a mapping, not text [wrong-type] | write keys below it: key: value`,
		},
		{
			"number is a word", "number: 11",
			"number: eleven",
			`:3:9: error: "number" must be a whole number, not "eleven" [wrong-type]`,
		},
		{
			"number in quotes", "number: 11",
			"number: \"11\"",
			`:3:9: error: "number" must be a whole number, not "11" [wrong-type] | leave out the quotes`,
		},
		{
			"number is zero", "number: 11",
			"number: 0",
			`:3:9: error: "number" is out of range: 0 [out-of-range] | from 1 to 99999`,
		},
		{
			"number is a fraction", "number: 11",
			"number: 11.5",
			`:3:9: error: "number" must be a whole number, not "11.5" [wrong-type]`,
		},
		{
			"pages negative", "pages: 6",
			"pages: -6",
			`:6:8: error: "pages" is out of range: -6 [out-of-range] | from 1 to 10000`,
		},
		{
			"pages is a list", "pages: 6",
			"pages: [6]",
			`:6:8: error: "pages" must be a number or a mapping, not a list [wrong-type] | write 6 or {max: 8, multiple-of: 4}`,
		},
		{
			"pages key unknown", "pages: 6",
			"pages: {max: 8, multiple: 4}",
			`:6:17: error: unknown key "multiple" [unknown-key] | did you mean "multiple-of"?`,
		},
		{
			"pages impossible", "pages: 6",
			"pages: {max: 6, multiple-of: 8}",
			`:6:30: error: no multiple of 8 pages fits in 6 [out-of-range]`,
		},
	}
}

// dateFaults are dates, languages, brands.
func dateFaults() []fault {
	return []fault{
		{
			"date in words", "date: 2023-06",
			"date: June 2023",
			`:4:7: error: "June 2023" is not a date [bad-date] | write it as 2023-06-27 or 2023-06`,
		},
		{
			"no such month", "date: 2023-06",
			"date: 2023-13-01",
			`:4:7: error: "2023-13-01" is not a date [bad-date] | the month goes from 01 to 12; write it as 2023-06-27 or 2023-06`,
		},
		{
			"no such day", "date: 2023-06",
			"date: 2023-02-30",
			`:4:7: error: "2023-02-30" is not a date [bad-date] | there is no such day in the month`,
		},
		{
			"event ends before it begins", "until: 2023-09-15",
			"until: 2023-09-13",
			`:35:33: error: the event ends (2023-09-13) before it begins (2023-09-14) [bad-date] | swap the dates`,
		},
		{
			"bad date of an event", "date: 2023-09-14",
			"date: 14.9.2023",
			`:35:14: error: "14.9.2023" is not a date [bad-date] | write it as 2023-06-27 or 2023-06`,
		},
		{
			"language is a word", "language: en-GB",
			"language: english",
			`:5:11: error: "english" is not a language [bad-language] | write a BCP 47 tag: en-GB, de, zh-Hans`,
		},
		{
			"brand is a path", "number: 11",
			"brand: ../brands/default",
			`:3:8: error: "../brands/default" is not the name of a brand [bad-name] | write the name of the brand's folder alone`,
		},
	}
}

// idFaults are ids and cross-links.
func idFaults() []fault {
	return []fault{
		{
			"id with a space", "id: hainan",
			"id: Hai Nan",
			`:18:11: error: "Hai Nan" is not an id [bad-id] | write hai-nan`,
		},
		{
			"duplicate id", "    - {title: Border, text: Words.}",
			"    - {title: Border, text: Words.}\n    - {id: border, title: Other, text: Words.}",
			`:34:12: error: the id "border" is taken in this section [duplicate-id] | the first is at line 33; choose another id`,
		},
		{
			"duplicate id by title", "    - {title: Border, text: Words.}",
			"    - {title: Border, text: Words.}\n    - {title: Bördér!, text: Words.}",
			`:34:15: error: the id "border" is taken in this section [duplicate-id] | the first is at line 33; the id is made from the title: give one of them an id of its own`,
		},
		{
			"article called calendar", "id: hainan",
			"id: calendar",
			`:18:11: error: the id "calendar" is kept for the section's calendar [duplicate-id] | choose another id`,
		},
		{
			"section id taken", "contacts:",
			"sections:\n  - {id: events, title: More, articles: [{title: A, text: b}]}\ncontacts:",
			`:37:10: error: the section id "events" is taken [duplicate-id] | the first is at line 31; give one of them another id`,
		},
		{
			"further section without title", "contacts:",
			"sections:\n  - {id: more, articles: [{title: A, text: b}]}\ncontacts:",
			`:37:5: error: the section has no "title" [missing-key] | add title: the section's heading`,
		},
		{
			"section without articles", "  articles:\n    - {title: Border, text: Words.}\n  calendar:\n    - {date: 2023-09-14, until: 2023-09-15, title: Seminar, url: https://example.org}\n",
			"  articles: []\n",
			`:31:3: error: the section "events" has neither articles nor a calendar [empty-section] | add articles: or calendar:, or delete the section`,
		},
		{
			"unknown story", "story: events/border",
			"story: events/boarder",
			`:25:32: error: there is no story "events/boarder" [unknown-story] | did you mean "events/border"?`,
		},
		{
			"story of another section", "story: events/border",
			"story: highlights/border",
			`:25:32: error: there is no story "highlights/border" [unknown-story] | did you mean "events/border"?`,
		},
		{
			"story without section", "story: events/border",
			"story: [border]",
			`:25:33: error: there is no story "border" [unknown-story] | did you mean "events/border"?`,
		},
		{
			"a story of itself", "story: events/border",
			"story: highlights/hainan",
			`:25:32: error: the article refers to itself [unknown-story] | name another story`,
		},
	}
}

// photoFaults are photos and files.
func photoFaults() []fault {
	return []fault{
		{
			"missing photo", "photos/hainan.jpg",
			"photos/hianan.jpg",
			`:27:17: error: there is no file "photos/hianan.jpg" [missing-file] | did you mean "photos/hainan.jpg"?`,
		},
		{
			"missing photo in a wrong folder", "photos/hainan.jpg",
			"photo/hainan.jpg",
			`:27:17: error: there is no file "photo/hainan.jpg" [missing-file] | did you mean "photos/hainan.jpg"?`,
		},
		{
			"photo in the wrong case", "photos/hainan.jpg",
			"photos/Hainan.JPG",
			`:27:17: error: there is no file "photos/Hainan.JPG" [missing-file] | did you mean "photos/hainan.jpg"?`,
		},
		{
			"photo leaves the folder", "photos/hainan.jpg",
			"../hainan.jpg",
			`:27:17: error: the file "../hainan.jpg": the path leads out of the folder [unsafe-path] | write a path inside the issue's folder: photos/name.jpg`,
		},
		{
			"photo absolute", "photos/hainan.jpg",
			"/etc/passwd",
			`:27:17: error: the file "/etc/passwd": the path is absolute; it must be relative to the folder [unsafe-path] | write a path inside the issue's folder: photos/name.jpg`,
		},
		{
			"photo with backslash", "photos/hainan.jpg",
			"photos\\hainan.jpg",
			`:27:17: error: the file "photos\\hainan.jpg": the path has a backslash; write folders with / [unsafe-path] | write a path inside the issue's folder: photos/name.jpg`,
		},
		{
			"photo is a folder", "photos/hainan.jpg",
			"photos",
			`:27:17: error: "photos" is a folder [missing-file] | name a file in it`,
		},
		{
			"emblem missing", "emblem: eu",
			"emblem: photos/eu.png",
			`:7:19: error: there is no file "photos/eu.png" [missing-file] | paths are relative to the issue's folder`,
		},
		{
			"no alt", "          alt: A beach\n",
			"",
			`:27:17: error: the photo "photos/hainan.jpg" has no alt text [missing-alt] | add alt: what the photo shows; alt: "" declares a decoration`,
		},
		{
			"blank alt", "alt: A beach",
			"alt: ' '",
			`:28:16: error: the alt text is blank [empty-text] | say what the photo shows; alt: "" declares a decoration`,
		},
		{
			"no credit", "          credit: Someone\n",
			"",
			`:27:17: warning: the photo "photos/hainan.jpg" has no credit [missing-credit] | add credit: "Photo: ...", here, for the folder or for all photos`,
		},
		{
			"alt is the file name", "alt: A beach",
			"alt: hainan.jpg",
			`:28:16: error: the alt text is the name of a file [alt-is-file-name] | say what the photo shows`,
		},
		{
			"focus out of range", "alt: A beach",
			"alt: A beach\n          focus: [0.5, 1.2]",
			`:29:24: error: an entry of "focus" is out of range: 1.2 [out-of-range] | from 0 to 1`,
		},
		{
			"focus of three", "alt: A beach",
			"alt: A beach\n          focus: [0.5, 1, 1]",
			`:29:18: error: "focus" must be a list of 2 values, not 3 [wrong-type]`,
		},
		{
			"keep turned over", "alt: A beach",
			"alt: A beach\n          keep: [0.9, 0.1, 0.1, 0.8]",
			`:29:17: error: the rectangle to keep is empty or turned over [out-of-range] | write left, top, right, bottom: x0 < x1 and y0 < y1`,
		},
		{
			"focus outside keep", "alt: A beach",
			"alt: A beach\n          keep: [0.1, 0.1, 0.4, 0.8]\n          focus: [0.5, 0.5]",
			`:30:18: warning: the focus lies outside the rectangle to keep [focus-outside] | move the focus or the rectangle; the rectangle counts`,
		},
		{
			"size unknown", "alt: A beach",
			"alt: A beach\n          size: wid",
			`:29:17: error: "size" cannot be "wid" [bad-value] | did you mean "wide"?`,
		},
		{
			"waived without reason", "alt: A beach",
			"alt: A beach\n          waive: {low-resolution: ''}",
			`:29:18: error: "low-resolution" is waived without a reason [empty-text] | say why`,
		},
		{
			"folder without photos", "pages: 6",
			"photo-folders: {photos/odl: {credit: A}}",
			`:6:17: error: there is no folder "photos/odl" [missing-file] | did you mean "photos/old"?`,
		},
	}
}

// linkFaults are links and addresses.
func linkFaults() []fault {
	return []fault{
		{
			"link to a script", "https://example.org/a",
			"javascript:alert(1)",
			`:14:23: error: the link "javascript:alert(1)" has the scheme javascript [bad-link] | links may lead to http, https, mailto and tel`,
		},
		{
			"link with a slip", "https://example.org/a",
			"htps://example.org/a",
			`:14:23: error: the link "htps://example.org/a" has the unknown scheme htps [bad-link] | did you mean "https"?`,
		},
		{
			"link inside", "https://example.org/a",
			"#top",
			`:14:23: error: the link "#top" has no scheme [bad-link] | write an address that begins with https://`,
		},
		{
			"link without text", "[a link]",
			"[]",
			`:14:23: error: the link to https://example.org/a has no text [empty-text] | write a text between the square brackets`,
		},
		{
			"web without scheme", "web: https://example.org",
			"web: www.example.org",
			`:39:8: error: the link "www.example.org" has no scheme [bad-link] | write https://www.example.org`,
		},
		{
			"web without host", "web: https://example.org",
			"web: https://",
			`:39:8: error: the link "https://" is not a web address [bad-link] | write it as https://example.org/page`,
		},
		{
			"bad e-mail", "email: a@example.org",
			"email: a.example.org",
			`:38:10: error: "a.example.org" is not an e-mail address [bad-email] | write it as name@example.org`,
		},
		{
			"bad telephone", "phone: 86-10",
			"phone: call us",
			`:37:10: error: "call us" is not a telephone number [bad-phone] | write it with the country's code: +86-10-59799695`,
		},
		{
			"bad link of an event", "url: https://example.org",
			"url: ftp://example.org",
			`:35:66: error: the link "ftp://example.org" has the scheme ftp [bad-link] | links may lead to http, https, mailto and tel`,
		},
		{
			"QR target", "qr: https://example.org/f",
			"qr: example.org/f",
			`:40:32: error: the link "example.org/f" has no scheme [bad-link] | write https://example.org/f`,
		},
		{
			"QR target too long", "qr: https://example.org/f",
			"qr: https://example.org/ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
			`:40:32: error: the link has 420 characters, too many for a QR code that can be scanned (400) [bad-link] | use a shorter address`,
		},
	}
}

// markdownFaults are Markdown that a newsletter does not set.
func markdownFaults() []fault {
	return []fault{
		{
			"HTML block", "A first paragraph.",
			"<div>A first paragraph.</div>",
			`:12:5: error: HTML is not supported [markdown] | use Markdown; write \< for the sign <`,
		},
		{
			"HTML inline", "A first paragraph.",
			"A first<br>paragraph.",
			`:12:12: error: HTML is not supported [markdown] | use Markdown; write \< for the sign <`,
		},
		{
			"code", "A first paragraph.",
			"A `first` paragraph.",
			":12:7: error: code is not supported [markdown] | write \\` for a backtick",
		},
		{
			"fenced code", "A first paragraph.",
			"```\n    A first paragraph.\n    ```",
			`:12:5: error: code blocks are not supported [markdown] | write it as a paragraph`,
		},
		{
			"indented code", "    A second one with",
			"        A second one with",
			`:14:9: error: code is not supported: a line is indented by four spaces [markdown] | delete the spaces before the line if it is a paragraph`,
		},
		{
			"image", "A first paragraph.",
			"A first ![picture](photos/earth.jpg) paragraph.",
			`:12:13: error: pictures in the text are not supported [markdown] | list it under photos:`,
		},
		{
			"table", "A first paragraph.",
			"Some words\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |",
			`:14:5: error: tables are not supported [markdown] | use a list, facts or calendar`,
		},
		{
			"rule", "A first paragraph.",
			"A first paragraph.\n\n    ---",
			`:14:5: error: rules are not supported [markdown] | divide the text with a ## subhead`,
		},
		{
			"subhead of level one", "A first paragraph.",
			"# A first paragraph.",
			`:12:5: error: a subhead of the first level [markdown] | begin it with "##"; the headline is the title`,
		},
		{
			"subhead of level four", "A first paragraph.",
			"#### A first paragraph.",
			`:12:5: error: a subhead of level 4 [markdown] | use "##" or "###"`,
		},
		{
			"empty subhead", "A first paragraph.",
			"##\n\n    A first paragraph.",
			`:12:5: error: a subhead is empty [empty-text] | write it or delete the line`,
		},
		{
			"list three deep", "A first paragraph.",
			"- a\n      - b\n        - c",
			`:14:9: error: a list in a list in a list [markdown] | lists nest once`,
		},
		{
			"empty item", "A first paragraph.",
			"- a\n    -\n    - c",
			`:13:5: error: an item of a list is empty [empty-text] | write it or delete the line`,
		},
		{
			"quote in a quote", "A first paragraph.",
			"> a\n    >\n    > > b",
			`:14:7: error: a quote may not stand in a list or in another quote [markdown] | take out the >`,
		},
		{
			"list of one", "A first paragraph.",
			"5. Mai war der erste Tag.",
			`:12:5: info: a paragraph that begins with a number and a full stop is set as a list [list-of-one] | write a backslash before the full stop if it is text: 5\. May`,
		},
		{
			"two paragraphs in a line", "text: Well said",
			"text: \"Well\\n\\nsaid\"",
			`:24:30: error: a second paragraph begins here, but only one is possible [markdown] | take out the blank line`,
		},
		{
			"code in a line", "text: Well said",
			"text: 'Well `said`'",
			":24:27: error: code is not supported [markdown] | write \\` for a backtick",
		},
	}
}

// syntaxFaults are what is not YAML, and what goes with other faults.
func syntaxFaults() []fault {
	return []fault{
		{
			"tab", "number: 11",
			"number:\n\t- 11",
			`:4:1: error: not valid YAML: a tab in the indentation [syntax] | indent with spaces`,
		},
		{
			"open quote", "title: Events",
			"title: \"Events",
			`:31:10: error: not valid YAML: the quoted text that begins here never ends [syntax] | close it with a quotation mark`,
		},
		{
			"open bracket", "text: Funded by the Union}",
			"text: Funded by the Union",
			`:7:10: error: not valid YAML: the bracket { that opens here is not closed properly [syntax] | close it, put commas between the entries, and quotes around text with commas or brackets`,
		},
		{
			"second colon", "title: Hainan",
			"title: Hainan: an island",
			`:19:20: error: not valid YAML: a second colon in the line [syntax] | put quotes around text that has a colon and a space`,
		},
		{
			"no colon", "number: 11",
			"number 11",
			`:3:1: error: not valid YAML: a key without a colon [syntax] | write it as key: value`,
		},
		{
			"asterisk", "title: Hainan",
			"title: *Hainan* island",
			`:19:14: error: not valid YAML: the value begins with a sign of YAML [syntax] | put quotes around text that begins with * or &`,
		},
		{
			"wrong indentation", "      text: |\n        One two three.",
			"     text: |\n        One two three.",
			`:20:6: error: not valid YAML: the line does not fit what stands above it [syntax] | check its indentation, its dash, and whether a quotation mark above is left open`,
		},
		{
			"two documents", "number: 11",
			"---",
			`:3:1: error: a second document begins here [syntax] | keep one document to a file and delete the line ---`,
		},
		{
			"anchor bomb", "number: 11",
			"number: &a [*a]",
			`:3:13: error: an alias may not stand inside what it repeats [alias] | write the value out`,
		},
		{
			"cover without photo", "  photo: {file: photos/earth.jpg, alt: Lights, credit: NASA}",
			"  title: Cover",
			`:9:3: error: unknown key "title" [unknown-key] | possible here: photo` + "\n" +
				`:9:3: error: "cover" has no "photo" [missing-key] | add photo: the cover picture`,
		},
		{
			"fact is a text", "{label: Place, text: Sanya}",
			"Sanya",
			`:23:11: error: an entry of "facts" must be a mapping, not text [wrong-type] | write keys below it: key: value`,
		},
		{
			"section is a list", "highlights:\n  articles:",
			"highlights: []\ninfobites:\n  articles:",
			`:16:13: error: "highlights" must be a mapping, not a list [wrong-type] | write keys below it: key: value`,
		},
		{
			"see without a story", "see: {text: More, story: events/border}",
			"see: {text: More}",
			`:25:12: error: "see" has no "story" [missing-key] | add story: a story id such as events/hainan, or a list of them`,
		},
		{
			"three at once", "number: 11\ndate: 2023-06\nlanguage: en-GB",
			"nubmer: 11\ndate: 2023-6\nlanguage: [en]",
			`:3:1: error: unknown key "nubmer" [unknown-key] | did you mean "number"?` + "\n" +
				`:4:7: error: "2023-6" is not a date [bad-date] | write it as 2023-06-27 or 2023-06` + "\n" +
				`:5:11: error: "language" must be text, not a list [wrong-type]`,
		},
	}
}
