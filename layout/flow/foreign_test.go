package flow

import (
	"strings"
	"testing"

	"masthead/layout/issue"
)

// TestForeignWords: words of another script are cut out whole, with what stands
// between them, and their language is told.
func TestForeignWords(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en-GB", "plain words, no more", "plain words, no more"},
		{"en-GB", "the office (移民管理局) in Beijing", "the office (|zh:移民管理局|) in Beijing"},
		{"en-GB", "in 东京 and とうきょう", "in |zh:东京| and |ja:とうきょう"},
		{"en-GB", "called 東京タワー", "called |ja:東京タワー"},
		{"de", "Москва, Россия und Київ", "ru:Москва, Россия| und |uk:Київ"},
		{"en-GB", "a 5 Ω load, α and β rays", "a 5 Ω load, α and β rays"},
		{"en-GB", "the word λόγος", "the word |el:λόγος"},
		{"en-GB", "he said שלום עולם twice", "he said |he:שלום עולם| twice"},
		{"zh", "国际移民组织（IOM China）在北京", "国际移民组织（|en:IOM China|）在北京"},
		{"zh-Hans", "A座", "A座"},
		{"ja", "東京タワー", "東京タワー"},
		{"sr-Latn", "reč речь", "reč |ru:речь"},
		{"sr", "речь IOM", "речь |en:IOM"},
		{"fr", "naïve café", "naïve café"},
	} {
		var got []string
		for _, s := range foreignWords([]issue.Span{{Text: c.text}}, c.lang) {
			if lang := foreignLanguage(s.Text, c.lang); lang != "" {
				s.Text = lang + ":" + s.Text
			}
			got = append(got, s.Text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, want %q", c.lang, s, c.want)
		}
	}
	kept := []issue.Span{{Text: "x 北京", Break: true, Link: "https://example.org"}}
	if got := foreignWords(kept, "en"); len(got) != 2 || got[0].Break || !got[1].Break || got[1].Link == "" {
		t.Errorf("%+v", got)
	}
}

// TestRepetition: a pull quote that lifts words of the text repeats it, whatever
// its punctuation.
func TestRepetition(t *testing.T) {
	s := &story{paras: []paragraph{{piece: &piece{spans: []issue.Span{
		{Text: "He noted that “migration is an "}, {Text: "important", Emph: true}, {Text: " force”, to\u00a0stimulate innovation. 移民是重要的力量。"},
	}}}}}
	for _, c := range []struct {
		quote string
		want  bool
	}{
		{"Migration is an important force to stimulate innovation", true},
		{"Migration is … to stimulate innovation.", true},
		{"To stimulate innovation … migration is", false},
		{"Migration is a force", false},
		{"migrat", false},
		{"移民是重要的", true},
		{"移民力量", false},
		{"…", false},
	} {
		if got := s.repeats(&piece{spans: []issue.Span{{Text: c.quote}}}); got != c.want {
			t.Errorf("%q: %v", c.quote, got)
		}
	}
	if s.repeats(&piece{spans: []issue.Span{{Text: "important", Link: "https://example.org"}}}) {
		t.Error("a link is no repetition")
	}
}
