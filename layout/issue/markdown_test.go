package issue

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"masthead/layout/diag"
)

// outline writes blocks in a short form: p paragraph, h subhead, u and o lists,
// q quote; *emphasis*, **strong**, {link|text}, / for a hard break.
func outline(blocks []Block) string {
	var out []string
	for _, b := range blocks {
		switch b.Kind {
		case Paragraph:
			out = append(out, "p("+marked(b.Spans)+")")
		case Subhead:
			out = append(out, fmt.Sprintf("h%d(%s)", b.Level, marked(b.Spans)))
		case List:
			var items []string
			for _, i := range b.Items {
				items = append(items, outline(i.Blocks))
			}
			kind := "u"
			if b.Ordered {
				kind = fmt.Sprintf("o%d", b.Start)
			}
			out = append(out, kind+"("+strings.Join(items, "; ")+")")
		case BlockQuote:
			out = append(out, "q("+outline(b.Blocks)+")")
		}
	}
	return strings.Join(out, " ")
}

func marked(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		text := s.Text
		if s.Emph {
			text = "*" + text + "*"
		}
		if s.Strong {
			text = "**" + text + "**"
		}
		if s.Link != "" {
			text = "{" + s.Link + "|" + text + "}"
		}
		b.WriteString(text)
		if s.Break {
			b.WriteByte('/')
		}
	}
	return b.String()
}

// withText returns an issue whose only article has the text, as a block.
func withText(text string) string {
	return "title: T\nname: N\ndate: 2023-06\nlanguage: en\nhighlights:\n  articles:\n    - title: One\n      text: |\n        " +
		strings.ReplaceAll(text, "\n", "\n        ") + "\n"
}

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"One two.\nThree.\n\nFour.", "p(One two. Three.) p(Four.)"},
		{"*a* **b** ***c*** d", "p(*a* **b** ***c*** d)"},
		{"*over\na line*", "p(*over a line*)"},
		{"a  b \t c", "p(a b c)"},
		{"hard\\\nbreak", "p(hard/break)"},
		{"hard  \nbreak", "p(hard/break)"},
		{"*hard*  \nbreak", "p(*hard*/break)"},
		{"end\\\n\nnext", "p(end\\) p(next)"},
		{"[text](https://example.org/a?b=c&d=e)", "p({https://example.org/a?b=c&d=e|text})"},
		{"[a *b* c](mailto:x@example.org)", "p({mailto:x@example.org|a }{mailto:x@example.org|*b*}{mailto:x@example.org| c})"},
		{"[call](tel:+8610123)", "p({tel:+8610123|call})"},
		{"[übung](https://example.org/ü)", "p({https://example.org/%C3%BC|übung})"},
		{"[text][ref]\n\n[ref]: https://example.org", "p({https://example.org|text})"},
		{"see https://example.org/a_b_c.", "p(see {https://example.org/a_b_c|https://example.org/a_b_c}.)"},
		{"(https://example.org/a_(b))", "p(({https://example.org/a_(b)|https://example.org/a_(b)}))"},
		{"“https://example.org”", "p(“{https://example.org|https://example.org}”)"},
		{"见https://example.org。好", "p(见{https://example.org|https://example.org}。好)"},
		{"见www.example.org，好", "p(见{http://www.example.org|www.example.org}，好)"},
		{"www.example.org is", "p({http://www.example.org|www.example.org} is)"},
		{"mail a.b@example.org.", "p(mail {mailto:a.b@example.org|a.b@example.org}.)"},
		{"邮箱：a.b@example.org", "p(邮箱：{mailto:a.b@example.org|a.b@example.org})"},
		{"<https://example.org>", "p({https://example.org|https://example.org})"},
		{"xhttps://example.org", "p(xhttps://example.org)"},
		{"ftp://example.org/a", "p(ftp://example.org/a)"},
		{"## Head\n\nText.\n\n### Lower", "h2(Head) p(Text.) h3(Lower)"},
		{"Head\n----\nText.", "h2(Head) p(Text.)"},
		{"- a\n- b *c*\n- d", "u(p(a); p(b *c*); p(d))"},
		{"- a\n\n- b\n\n  second", "u(p(a); p(b) p(second))"},
		{"- a\n  - b\n  - c\n- d", "u(p(a) u(p(b); p(c)); p(d))"},
		{"3. a\n4. b", "o3(p(a); p(b))"},
		{"1. a\n   - b", "o1(p(a) u(p(b)))"},
		{"99. a\n100. b", "o99(p(a); p(b))"},
		{"2023. was a year.", "p(2023. was a year.)"},
		{"100) was.\n\n0099. a\n0100. b", "p(100) was.) o99(p(a); p(b))"},
		{"in\n2023. It was", "p(in 2023. It was)"},
		{"> a\n> b\n>\n> - c", "q(p(a b) u(p(c)))"},
		{"a \\*b\\* &amp; &euro; &#8364; &nope; \\q", "p(a *b* & € € &nope; \\q)"},
		{"zero&#0;x", "p(zero\uFFFDx)"},
		{"中文\n换行", "p(中文换行)"},
		{"中文，\n“换行”", "p(中文，“换行”)"},
		{"*中文*\n**换行**", "p(*中文***换行**)"},
		{"中文\nLatin\n中文", "p(中文 Latin 中文)"},
		{"the 中文\n“Latin” word", "p(the 中文 “Latin” word)"},
		{"the 中文 换行 word", "p(the 中文 换行 word)"},
		{"한국어\n띄어쓰기", "p(한국어 띄어쓰기)"},
		{"~~not struck~~", "p(~~not struck~~)"},
		{"a \u00A0 b", "p(a \u00A0 b)"},
		{"- [ ] task", "u(p([ ] task))"},
		{"text[^1]", "p(text[^1])"},
	} {
		is, said := load(withText(c.in))
		if said != "" && !strings.Contains(said, "info:") {
			t.Errorf("%q: %s", c.in, said)
			continue
		}
		if got := outline(is.Sections[0].Articles[0].Blocks); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// FuzzMarkdown holds every text to what later stages rely on: spans are neither
// empty nor broken, no block is without words, and what is refused has a place.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"One *two* **three** [four](https://example.org).\n\n- a\n- b\n  1. c\n\n> d\n\n## e\n\nf\\\ng", "a\n---\n\n***b** c* ~~d~~ `e` <f> ![g](h)", "中文\n换行 a@b.cd",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		is, said := load(withText(text))
		if is == nil || len(is.Sections) == 0 || len(is.Sections[0].Articles) == 0 {
			if said == "" {
				t.Fatal("no article and no message")
			}
			return
		}
		a := is.Sections[0].Articles[0]
		if len(a.Blocks) == 0 && said == "" {
			t.Fatal("no text and no message")
		}
		checkBlocks(t, a.Blocks)
		if n := len(WordStarts(BlocksText(a.Blocks))); n != Words(BlocksText(a.Blocks)) {
			t.Errorf("%d words begin of %d", n, Words(BlocksText(a.Blocks)))
		}
	})
}

// checkBlocks looks at blocks and what is in them.
func checkBlocks(t *testing.T, blocks []Block) {
	t.Helper()
	for _, b := range blocks {
		if len(b.Spans) == 0 && len(b.Items) == 0 && len(b.Blocks) == 0 {
			t.Errorf("an empty block: %v", b.Kind)
		}
		for _, s := range b.Spans {
			if s.Text == "" || strings.ContainsAny(s.Text, "\n\r\x00") || s.Pos.Line < 1 || s.Pos.Column < 1 {
				t.Errorf("a bad span: %+v", s)
			}
		}
		for _, i := range b.Items {
			checkBlocks(t, i.Blocks)
		}
		checkBlocks(t, b.Blocks)
	}
}

// In a line, what begins a block elsewhere is text.
func TestInlineField(t *testing.T) {
	for in, want := range map[string]string{
		"- a":                    "- a",
		"1. a":                   "1. a",
		"# a":                    "# a",
		"> a *b*":                "> a *b*",
		"a https://example.org.": "a {https://example.org|https://example.org}.",
		"14.9.2023":              "14.9.2023",
	} {
		is, said := load(strings.Replace(sound, "text: Well said", "text: '"+in+"'", 1))
		if said != "" {
			t.Errorf("%q: %s", in, said)
		}
		if got := marked(is.Sections[0].Articles[0].Quote.Text); got != want {
			t.Errorf("%q: %s", in, got)
		}
	}
}

// Every character of every span is found again in the file at the place that
// the span gives for it, whatever the YAML form.
func TestSpanPlaces(t *testing.T) {
	forms := []string{
		"text: |\n        One *two* three\n        four [five](https://example.org) six.\n\n        中文\n        Seven &amp; \\*eight, see https://example.org.\n",
		"text: >\n        One *two* three\n        four.\n\n\n        Five\n        six.\n",
		"text: One *two* three\n        four.\n\n        Five six.\n",
		"text: 'One *two*, it''s three\n        four.\n\n        Five ''six''.'\n",
		"text: \"One *two* \\\"three\\\" \\u4e2d\\x41\n        four \\\n        more.\n\n        Five\\n\\n six.\"\n",
		"text: &anchor |-  # a comment\n        One *two*\n        three.\n",
	}
	for _, form := range forms {
		text := "title: T\nname: N\ndate: 2023-06\nlanguage: en\nhighlights:\n  articles:\n    - title: One\n      " + form
		root := fstest.MapFS{"issue.yaml": {Data: []byte(text)}}
		var l diag.List
		is := Load(root, "issue.yaml", "x", &l)
		if l.Failed() {
			t.Fatal(l.All)
		}
		lines := strings.Split(text, "\n")
		for _, b := range is.Sections[0].Articles[0].Blocks {
			for _, s := range b.Spans {
				if s.At(0) != s.Pos {
					t.Errorf("%q begins at %v, not %v", s.Text, s.At(0), s.Pos)
				}
				for i, r := range s.Text {
					at := s.At(i)
					rest := string([]rune(lines[at.Line-1])[at.Column-1:])
					escaped := strings.HasPrefix(rest, `\`) || strings.HasPrefix(rest, "&amp;") || strings.HasPrefix(rest, "''")
					if r != ' ' && !escaped && !strings.HasPrefix(rest, string(r)) {
						t.Errorf("%q: %q at %d is placed at %v: %q", s.Text, r, i, at, rest)
					}
				}
			}
		}
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string]int{
		"": 0, "one two": 2, "– one – two –": 2, "don't 3.5": 2, "中文 a字": 4, "。，": 0, "re-use": 1,
	} {
		if got := Words(in); got != want {
			t.Errorf("%q has %d words, want %d", in, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Seminar on Migrant Integration": "seminar-on-migrant-integration",
		"Übung für Ćwierć & Łódź":        "ubung-fur-cwierc-lodz",
		"Straße 5 – l’été":               "strasse-5-lete",
		"Миграция и мобилност":           "migraciya-i-mobilnost",
		"Μετανάστευση":                   "metanasteysi",
		"中国新闻":                           "",
		"2023: 中国 news":                  "2023-news",
		"  --  ":                         "",
	} {
		if got := slug(in); got != want {
			t.Errorf("%q makes %q, want %q", in, got, want)
		}
		if got := slug(in); got != "" && !idForm.MatchString(got) {
			t.Errorf("%q makes %q, which is no id", in, got)
		}
	}
}

// A stretch so long that the parser's time could grow out of bounds is refused
// at its beginning; the same length in paragraphs is not.
func TestLongText(t *testing.T) {
	_, said := load(withText("First.\n\n" + strings.Repeat("word *emph* ", 6000)))
	if want := ":11:9: error: more than 65536 bytes without a blank line begin here [too-large] | divide it into paragraphs with blank lines"; said != want {
		t.Errorf("one long paragraph: %.300s", said)
	}
	if _, said := load(withText(strings.Repeat("A paragraph of some words.\n\n", 6000) + "End.")); said != "" {
		t.Errorf("many paragraphs: %.300s", said)
	}
}
