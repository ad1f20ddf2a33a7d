package flow_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"masthead/layout/issue"
)

// prose draws sentences of one language from testdata/prose.
type prose struct {
	rnd       *rand.Rand
	lang      string
	sentences []string
}

func newProse(t testing.TB, rnd *rand.Rand, lang string) *prose {
	t.Helper()
	name, _, _ := strings.Cut(lang, "-")
	data, err := os.ReadFile("testdata/prose/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return &prose{rnd, lang, strings.Split(strings.TrimSpace(string(data)), "\n")}
}

// gap is what stands between two sentences.
func (p *prose) gap() string {
	if p.lang == "zh" {
		return ""
	}
	return " "
}

func (p *prose) sentence() string { return p.sentences[p.rnd.IntN(len(p.sentences))] }

// words draws whole sentences until there are n words, then cuts the last one.
func (p *prose) words(n int) string {
	var out []string
	have := 0
	for have < n {
		s := p.sentence()
		k := issue.Words(s)
		if have+k > n+3 {
			s = p.cut(s, n-have)
			if s == "" {
				break
			}
		}
		out = append(out, s)
		have += k
	}
	if len(out) == 0 {
		return p.sentence()
	}
	return strings.Join(out, p.gap())
}

// cut ends a sentence early, after n words.
func (p *prose) cut(s string, n int) string {
	if p.lang == "zh" {
		return p.sentences[len(p.sentences)-2]
	}
	f := strings.Fields(s)
	if n < 3 || n >= len(f) {
		return ""
	}
	return strings.TrimRight(strings.Join(f[:n], " "), ",;:–-\"„“”«»( ") + "."
}

// title draws a headline of about n characters, without a full stop.
func (p *prose) title(n int) string {
	s := ""
	for len([]rune(s)) < n {
		next := strings.TrimRight(p.sentence(), ".。!?！？ ")
		if s != "" {
			s += ": "
			if p.lang == "zh" {
				s = strings.TrimSuffix(s, ": ") + "："
			}
		}
		s += next
	}
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	r = r[:n]
	if p.lang == "zh" {
		return strings.TrimRight(string(r), "，；：。 ")
	}
	if i := strings.LastIndex(string(r), " "); i > 0 {
		r = []rune(string(r)[:i])
	}
	return strings.TrimRight(string(r), " ,;:–-\"„“”«»(")
}

// paragraphs draws a text of about n words: paragraphs, and where blocks are
// wanted, subheads, lists, quotations, links and emphasis.
func (p *prose) paragraphs(n int, rich bool) string {
	var out []string
	for n > 0 {
		k := min(n, 35+p.rnd.IntN(90))
		if n-k < 20 {
			k = n
		}
		text := p.words(k)
		n -= k
		switch pick := p.rnd.IntN(12); {
		case !rich || len(out) == 0:
		case pick == 0 && n > 60:
			out = append(out, "## "+p.title(12+p.rnd.IntN(40)))
		case pick == 1:
			var items []string
			for i := 0; i < 3+p.rnd.IntN(3); i++ {
				mark := "- "
				if p.rnd.IntN(3) == 0 && i == 0 || len(items) > 0 && items[0][0] == '1' {
					mark = string(rune('1'+i)) + ". "
				}
				items = append(items, mark+p.sentence())
			}
			out = append(out, strings.Join(items, "\n"))
		case pick == 2:
			out = append(out, "> "+p.words(20+p.rnd.IntN(25)))
		case pick == 3:
			text += p.gap() + "https://www.example.org/a-very-long-address/that-goes-on/and-on/2023/06/index.html?query=harmonisation&page=12"
		case pick == 4:
			text += p.gap() + "[" + p.title(18) + "](https://example.org/more)"
		case pick == 5:
			text = "*" + p.title(25) + "*" + p.gap() + text
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n\n")
}

// list draws a text that is mostly a list.
func (p *prose) list(items int) string {
	out := p.words(30) + "\n\n"
	for range items {
		out += "- " + p.words(15+p.rnd.IntN(60)) + "\n"
	}
	if p.rnd.IntN(2) == 0 {
		out += "\n" + p.sentence()
	}
	return out
}
