package flow

import (
	"strings"
	"testing"

	"masthead/layout/issue"
)

// TestSentences: a lead ends where a sentence ends, not at an abbreviation.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "One two. Three four. Five.", "One two.|Three four.|Five."},
		{"no-break space", "Mr.\u00a0Mao spoke. He left.", "Mr.\u00a0Mao spoke.|He left."},
		{"narrow space", "Vraiment\u202f! Oui.", "Vraiment\u202f!|Oui."},
		{"quotation", "He said “Go.” Then he went.", "He said “Go.”|Then he went."},
		{"parenthesis", "It rained (a lot.) We stayed.", "It rained (a lot.)|We stayed."},
		{"small letter", "See p. four of it. Done.", "See p. four of it.|Done."},
		{"decimal", "It grew by 4.7 per cent. Then not.", "It grew by 4.7 per cent.|Then not."},
		{"question", "Why? Because! Well…  So.", "Why?|Because!|Well…|So."},
		{"figure follows", "It was late. 12 came.", "It was late.|12 came."},
		{"Han", "下雨了。他走了！好", "下雨了。|他走了！|好"},
		{"no stop", "A line without end", "A line without end"},
		{"address", "See www.example.org. Then go.", "See www.example.org.|Then go."},
	} {
		spans := []issue.Span{{Text: c.text}}
		if got := split(spans); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// split cuts spans at the ends of their sentences.
func split(spans []issue.Span) string {
	var out []string
	done := ""
	for _, at := range sentences(spans) {
		text := issue.PlainText(upTo(spans, at))
		out = append(out, strings.TrimSpace(strings.TrimPrefix(text, done)))
		done = text
	}
	return strings.Join(out, "|")
}

// TestSentencesAcrossSpans: markup neither ends nor hides a sentence, and what
// is cut apart is all there.
func TestSentencesAcrossSpans(t *testing.T) {
	spans := []issue.Span{{Text: "One "}, {Text: "two.", Emph: true}, {Text: " Three"}, {Text: " four. Five", Strong: true}, {Text: "."}}
	if got, want := split(spans), "One two.|Three four.|Five."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	whole := issue.PlainText(spans)
	for _, at := range sentences(spans) {
		head, tail := issue.PlainText(upTo(spans, at)), issue.PlainText(from(spans, at))
		if got := head + " " + tail; strings.TrimSpace(got) != whole {
			t.Errorf("%q and %q are not %q", head, tail, whole)
		}
	}
	for _, s := range from(spans, sentences(spans)[0]) {
		if s.Text == " Three" {
			t.Error("what follows begins with a space")
		}
	}
}

// TestLead: as many whole sentences as the brand's words allow, no lead in short
// stories, nor where the story brings its own.
func TestLead(t *testing.T) {
	r := newRig(t, textFirst(1))
	twenty := "One two three four. Five six seven. Eight nine ten eleven. " + words(20)
	for _, c := range []struct {
		name, text, more, want string
	}{
		{"whole sentences", twenty, "", "One two three four. Five six seven."},
		{"short story", "One two three. Four five six.", "", ""},
		{"its own", twenty, "lead: My own words.", "My own words."},
		{"one long sentence", words(30) + ".", "", ""},
	} {
		art := article("a", c.text)
		if c.more != "" {
			art = article("a", c.text, c.more)
		}
		res := r.compose(t, events(art))
		got := ""
		for _, l := range res.Layout.Pages[1].Lines {
			if l.Role == "lead" {
				got += " " + l.Text
			}
		}
		if got = strings.TrimSpace(got); got != c.want {
			t.Errorf("%s: the lead is %q, want %q", c.name, got, c.want)
		}
	}
}
