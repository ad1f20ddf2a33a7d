package locale

import (
	"strings"
	"testing"
)

func TestQuoteLevels(t *testing.T) {
	for _, c := range []struct{ tag, in, want string }{
		{"en", `"a 'b "c" d' e"`, `“a ‘b “c” d’ e”`},
		{"en", `'a' "b" 'c'`, `‘a’ “b” ‘c’`},
		{"en", `“a "b" c” "d"`, `“a ‘b’ c” “d”`},
		{"en", `"a" "b"`, `“a” “b”`},
		{"en", `"a`, `“a`},
		{"en", `a"`, `a”`},
		{"en", `"`, `”`},
		{"en", `" a "`, `“ a ”`},
		{"en", `""`, `“”`},
		{"en", `a"b"c`, `a”b”c`},
		{"en", `"'a' b"`, `“‘a’ b”`},
		{"en", `"b 'a'"`, `“b ‘a’”`},
		{"en", `"a."`, `“a.”`},
		{"en", `"a," b`, `“a,” b`},
		{"en", `["a"]`, `[“a”]`},
		{"en", `x-"a"`, `x-“a”`},
		{"en", `"...a"`, `“…a”`},
		{"en", `"5" and "6"`, `“5” and “6”`},
		{"en", `'t a' b`, `‘t a’ b`},
		{"en", `the boys' and the girls' books`, `the boys’ and the girls’ books`},
		{"en", `it's 'John's book'`, `it’s ‘John’s book’`},
		{"en", `5'10"`, `5′10″`},
		{"en", `6' tall, 3" wide`, `6′ tall, 3″ wide`},
		{"en", `'6' is "6"`, `‘6’ is “6”`},
		{"de", `„a "b" c“`, `„a ‚b‘ c“`},
		{"de", `"a 'b' c" und 'd'`, `„a ‚b‘ c“ und ‚d‘`},
		{"de", `geht's, Hans' Haus`, `geht’s, Hans’ Haus`},
		{"fr", `«a "b" c»`, `«~a “b” c~»`},
		{"fr", `"a" "b"`, `«~a~» «~b~»`},
		{"fr", `d'"abord", l'«été», aujourd'hui`, `d’«~abord~», l’«~été~», aujourd’hui`},
		{"fr", `«`, `«`},
		{"fr", `»`, `»`},
		{"da", `"a 'b' c"`, `”a ’b’ c”`},
		{"hu", `"a 'b' c"`, `„a »b« c”`},
		{"zh", `"一'二'三"`, `“一‘二’三”`},
		{"zh", `"一""二"`, `“一”“二”`},
	} {
		if got := shown(For(c.tag).TypesetString(c.in)); got != c.want {
			t.Errorf("%s: %s: %s, want %s", c.tag, c.in, got, c.want)
		}
	}
}

// TestQuotesDeep: quotations opened deeper than the account goes do no harm.
func TestQuotesDeep(t *testing.T) {
	in := strings.Repeat(`("a `, 40) + strings.Repeat(`"`, 40)
	checkInvariants(t, "en", in, 7, 100)
	if got := For("en").TypesetString(in); strings.Contains(got, `"`) {
		t.Errorf("straight marks stay: %s", got)
	}
}

// TestLong: the work grows with the length of the text, whatever it repeats. A
// square law would take minutes here.
func TestLong(t *testing.T) {
	for _, piece := range []string{` 'a`, `a-`, `1-`, `(1-2`, `1-1a`, `"`, `'`, ` "`, `.`, `...`, ` - `, `1 000 `, `10 `, `a:`, `!`, `«`, ` »`, `/.@:`, `J. `, `é`, ` `} {
		text := strings.Repeat(piece, 100_000/len(piece))
		for _, tag := range []string{"en", "fr"} {
			if got := For(tag).TypesetString(text); ink(got) != ink(text) {
				t.Errorf("%s: %q: letters changed", tag, piece)
			}
		}
	}
}

func TestProtect(t *testing.T) {
	l := For("fr")
	for _, in := range []string{
		"https://a.org/x?y=1;z=2", "http://a.org:80/5-6", "mailto:a--b@c.org", "tel:+86-10-59799695", "www.a.org/1-2", "a.org/5-6/x--y",
		"doi:10.1000/182-183", "a.b'c@d.org", "scan_5-6.pdf", `C:\x.y\5-6`, "en.nia.gov.cn/n162/n232/c107304/content.html",
	} {
		if got := l.TypesetString(in); got != in {
			t.Errorf("%s becomes %s", in, shown(got))
		}
		if got, want := shown(l.TypesetString(`("`+in+`")`)), "(«~"+in+"~»)"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got, want := l.TypesetString(in+"."), in+"."; got != want {
			t.Errorf("%s, want %s", shown(got), want)
		}
	}
	for in, want := range map[string]string{"et/ou: 5-6": "et/ou~: 5–6", "24/7!": "24/7^!", "a: b": "a~: b"} {
		if got := shown(l.TypesetString(in)); got != want {
			t.Errorf("%s becomes %s, want %s", in, got, want)
		}
	}
}
