package finish

import (
	"fmt"
	"strings"
	"testing"

	"masthead/layout/display"
)

func TestSpoken(t *testing.T) {
	f, err := Read(full(t).must(display.Email))
	if err != nil {
		t.Fatal(err)
	}
	said, err := Spoken(f)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, u := range said {
		fmt.Fprintf(&got, "%d %s %s: %s\n", u.Page, u.Lang, u.Role, u.Text)
	}
	const want = `1 en-GB H1: A sample Very well set
1 en-GB TOCI: Story One 2
1 en-GB TOCI: Story Two 2
1 en-GB H2: Highlights
1 en-GB H3: Story One of office
1 en-GB P: The first office finds a Very long word that is hyphenated at the end of its line and linked to the webcontinued on the second page.
1 en-GB Lbl: 1.
1 en-GB LBody: An item of the list.
1 en-GB Lbl: 2.
1 en-GB LBody: An item of the list.
2 en-GB Figure: A grey square beside a coloured one
2 en-GB P: Two squares.
2 en-GB P: A quote, in fine Vers.
`
	if got.String() != want {
		t.Errorf("spoken:\n%s\nwant:\n%s", got.String(), want)
	}
}
