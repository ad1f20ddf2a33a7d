package flow

import (
	"strings"
	"unicode"

	"masthead/layout/issue"
)

// A screen reader has to be told where a text goes on in another language (ISO
// 14289-1, 7.2). What can be told without a dictionary is another script: its
// words get a span of their own, and the span says the language that is most
// often written so.

// A scriptLanguage is a script, and the language of its words where nothing says
// otherwise.
type scriptLanguage struct {
	script *unicode.RangeTable
	lang   string
	native string         // the languages that are written so, and bring no foreign words by it
	least  int            // letters that make a word: a lone Greek letter is a symbol
	marked []markedLetter // letters that tell languages of one script apart
}

type markedLetter struct{ letters, lang string }

var scriptLanguages = []scriptLanguage{
	{unicode.Latin, "en", "", 2, nil},
	{unicode.Han, "zh", "zh ja ko yue", 1, nil},
	{unicode.Hiragana, "ja", "ja", 1, nil},
	{unicode.Katakana, "ja", "ja", 1, nil},
	{unicode.Hangul, "ko", "ko", 1, nil},
	{unicode.Cyrillic, "ru", "ru uk be bg sr mk kk ky mn tg", 2, []markedLetter{{"іїєґ", "uk"}, {"ў", "be"}, {"ђћјљњџ", "sr"}}},
	{unicode.Greek, "el", "el", 2, nil},
	{unicode.Arabic, "ar", "ar fa ur ps sd ug ckb", 2, []markedLetter{{"ٹڈڑےں", "ur"}, {"پچژگ", "fa"}}},
	{unicode.Hebrew, "he", "he yi", 2, nil},
	{unicode.Devanagari, "hi", "hi mr ne", 1, nil},
	{unicode.Bengali, "bn", "bn as", 1, nil},
	{unicode.Tamil, "ta", "ta", 1, nil},
	{unicode.Thai, "th", "th", 1, nil},
	{unicode.Lao, "lo", "lo", 1, nil},
	{unicode.Khmer, "km", "km", 1, nil},
	{unicode.Myanmar, "my", "my", 1, nil},
	{unicode.Georgian, "ka", "ka", 2, nil},
	{unicode.Armenian, "hy", "hy", 2, nil},
	{unicode.Ethiopic, "am", "am ti", 1, nil},
}

// scriptOf returns the script of a letter; nil for what all scripts share.
func scriptOf(r rune) *scriptLanguage {
	const long = 'ー' // shared by both kana, and so of no script of its own
	if r < 0x80 && !unicode.IsLetter(r) {
		return nil
	}
	for i := range scriptLanguages {
		if s := scriptLanguages[i].script; unicode.Is(s, r) || r == long && s == unicode.Katakana {
			return &scriptLanguages[i]
		}
	}
	return nil
}

// isNative reports whether a language is written in a script. One that no script
// claims is written in Latin letters, and so is one whose tag says it.
func (s *scriptLanguage) isNative(lang string) bool {
	primary, rest, _ := strings.Cut(strings.ToLower(lang), "-")
	latin := strings.Contains("-"+rest+"-", "-latn-")
	if s.script == unicode.Latin {
		if latin {
			return true
		}
		for i := range scriptLanguages {
			if writes(scriptLanguages[i].native, primary) {
				return false
			}
		}
		return true
	}
	return !latin && writes(s.native, primary)
}

func writes(languages, primary string) bool {
	return strings.Contains(" "+languages+" ", " "+primary+" ")
}

// foreignWords cuts spans where their words go over into another script than the
// language's own, and back. What a script shares with others stays with its
// neighbours on both sides.
func foreignWords(spans []issue.Span, lang string) []issue.Span {
	var out []issue.Span
	for i, s := range spans {
		parts := cutScripts(s.Text, lang)
		if len(parts) < 2 {
			if out != nil {
				out = append(out, s)
			}
			continue
		}
		if out == nil {
			out = append(out, spans[:i]...)
		}
		at := 0
		for k, part := range parts {
			cut := s
			cut.Text, cut.Pos = part, s.At(at)
			cut.Break = s.Break && k == len(parts)-1
			out = append(out, cut)
			at += len(part)
		}
	}
	if out == nil {
		return spans
	}
	return out
}

// cutScripts cuts a text into words of foreign scripts and what is between them.
func cutScripts(text, lang string) []string {
	var parts []string
	var in *scriptLanguage  // the foreign script at hand
	var own *scriptLanguage // the language's own, as last met
	from, begin, end, letters := 0, 0, 0, 0
	flush := func() {
		if in == nil || letters < in.least {
			return
		}
		if begin > from {
			parts = append(parts, text[from:begin])
		}
		parts = append(parts, text[begin:end])
		from = end
	}
	for i, r := range text {
		s := scriptOf(r)
		if s == nil {
			if unicode.IsMark(r) && end == i {
				end += len(string(r))
			}
			continue
		}
		if s == own || s.isNative(lang) {
			own, s = s, nil
		}
		if !sameScript(in, s) {
			flush()
			in, begin, letters = s, i, 0
		}
		letters++
		end = i + len(string(r))
	}
	flush()
	if from < len(text) {
		parts = append(parts, text[from:])
	}
	return parts
}

// sameScript counts the Japanese scripts, and Han among them, as one.
func sameScript(a, b *scriptLanguage) bool {
	if a == b || a == nil || b == nil {
		return a == b
	}
	east := func(s *scriptLanguage) bool { return s.lang == "zh" || s.lang == "ja" }
	return east(a) && east(b)
}

// foreignLanguage returns the language of a text that foreignWords has cut, ""
// where it is the issue's own.
func foreignLanguage(text, lang string) string {
	found, letters, least := "", 0, 1
	for _, r := range text {
		s := scriptOf(r)
		if s == nil {
			continue
		}
		if s.isNative(lang) {
			return ""
		}
		if found == "" || s.lang == "ja" {
			found = s.lang
		}
		for _, m := range s.marked {
			if strings.ContainsRune(m.letters, unicode.ToLower(r)) {
				found = m.lang
			}
		}
		letters++
		least = s.least
	}
	if letters < least {
		return ""
	}
	return found
}

// rightToLeft reports whether a language runs from right to left. Its glyphs
// stand on the page in the order of the eye, so its words are said beside them.
func rightToLeft(lang string) bool {
	switch lang {
	case "ar", "fa", "ur", "he":
		return true
	}
	return false
}
