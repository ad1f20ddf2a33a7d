//go:build judge

package color

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/lcms.txt")

// TestLittleCMS asks LittleCMS itself (Debian's liblcms2-utils), over many more
// colours than testdata/lcms.txt keeps.
func TestLittleCMS(t *testing.T) {
	var file strings.Builder
	for _, c := range conversions {
		from, to := profile(t, c.from), profile(t, c.to)
		count := 3000
		if *update {
			count = 60
		}
		want := transicc(t, c.from, c.to, c.flags, probes(from.N, count), from.N)
		if *update {
			for i := 0; i < len(want); i += to.N {
				fmt.Fprintf(&file, "%s", c.name)
				for _, v := range want[i : i+to.N] {
					fmt.Fprintf(&file, " %.5f", v)
				}
				file.WriteString("\n")
			}
			continue
		}
		compare(t, c.name, from, to, c.intent, want)
	}
	if *update {
		if err := os.WriteFile("testdata/lcms.txt", []byte(file.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func transicc(t *testing.T, from, to, flags string, src []byte, n int) []float64 {
	name := func(s string) string {
		if s == "" {
			return "*sRGB"
		}
		return s
	}
	scale := func(file string) float64 {
		if file == coated {
			return 100 // percent
		}
		return 255
	}
	args := append(strings.Fields(flags), "-n", "-c0", "-i"+name(from), "-o"+name(to))
	if to != coated {
		args = append(args, "-s") // percents are cut at 1 by it
	}
	var in strings.Builder
	for i, v := range src {
		fmt.Fprintf(&in, "%.6f ", float64(v)/255*scale(from))
		if i%n == n-1 {
			in.WriteString("\n")
		}
	}
	cmd := exec.Command("transicc", args...)
	cmd.Stdin = strings.NewReader(in.String())
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("transicc of liblcms2-utils is needed: %v", err)
	}
	var values []float64
	for _, s := range strings.Fields(string(out)) {
		var v float64
		if _, err := fmt.Sscan(s, &v); err != nil {
			t.Fatal(err)
		}
		values = append(values, v/scale(to))
	}
	return values
}
