//go:build judge

package layout

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"masthead/layout/issue"
	"masthead/layout/locale"
)

// TestReadAloud has Debian's espeak-ng say what the structure tree of the finished
// file holds, and what the issue says: clause by clause, the issue must sound in
// the file. So whatever a voice would stumble over, a hyphen left in a word, a
// ligature, a space too few, is heard.
func TestReadAloud(t *testing.T) {
	s := build(t, filepath.Join("..", "issues", "2023-06"))
	said, err := Spoken(s.layout.Email)
	if err != nil {
		t.Fatal(err)
	}
	var file []string
	for _, u := range said {
		file = append(file, u.Text)
	}
	heard, want := s.clauses(t, file), s.clauses(t, s.sentences())
	if len(want) < 100 {
		t.Fatalf("only %d clauses", len(want))
	}
	at := 0
	for _, clause := range want {
		from := at
		for at < len(heard) && heard[at] != clause {
			at++
		}
		if at == len(heard) {
			t.Errorf("%q is not heard after %q", clause, heard[max(0, from-1)])
			at = from
		}
	}
}

// sentences are the titles and texts of the issue in its order, with the dashes
// of its language.
func (s *shipped) sentences() (out []string) {
	if f := s.issue.Foreword; f != nil {
		out = append(out, strings.Split(issue.BlocksText(f.Blocks), "\n")...)
	}
	for _, sec := range s.issue.Sections {
		for _, a := range sec.Articles {
			out = append(out, a.Title, issue.PlainText(a.Lead))
			out = append(out, strings.Split(issue.BlocksText(a.Blocks), "\n")...)
		}
	}
	l := locale.For(s.issue.Language)
	for i := range out {
		out[i] = strings.Join(strings.Fields(l.Typeset(out[i : i+1])[0]), " ")
	}
	return out
}

// clauses returns the sounds of paragraphs, a clause each.
func (s *shipped) clauses(t *testing.T, paragraphs []string) (out []string) {
	t.Helper()
	path, err := exec.LookPath("espeak-ng")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "-q", "-x", "-b", "1", "-v", strings.ToLower(s.issue.Language))
	cmd.Stdin = strings.NewReader(strings.Join(paragraphs, "\n\n"))
	sounds, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(sounds)) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
