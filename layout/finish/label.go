package finish

import (
	"strconv"
	"strings"

	"masthead/layout/display"
)

// labels returns the page labels (ISO 32000-1, 12.4.2), a range for every run
// of pages that count on.
func labels(pages []display.Page) Dict {
	nums := Array{}
	var prior series
	for i := range pages {
		now := counted(pages[i].Label)
		if i > 0 && now.style != "" && now.style == prior.style && now.number == prior.number+1 {
			prior = now
			continue
		}
		prior = now
		d := Dict{}
		if now.style != "" {
			d["S"] = now.style
			if now.number != 1 {
				d["St"] = now.number
			}
		} else if now.prefix != "" {
			d["P"] = text(now.prefix)
		}
		nums = append(nums, i, d)
	}
	return Dict{"Nums": nums}
}

// series is how a label counts: a number in a style, or a text alone.
type series struct {
	style  Name // "D" decimal, "r" and "R" roman, "" a text
	number int
	prefix string
}

func counted(label string) series {
	if n, err := strconv.Atoi(label); err == nil && n > 0 && strconv.Itoa(n) == label {
		return series{style: "D", number: n}
	}
	for n := 1; n < 100 && label != ""; n++ {
		switch label {
		case roman(n):
			return series{style: "r", number: n}
		case strings.ToUpper(roman(n)):
			return series{style: "R", number: n}
		}
	}
	return series{prefix: label}
}

// roman returns n in small roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, d := range [...]struct {
		value  int
		letter string
	}{{90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.letter)
		}
	}
	return b.String()
}
