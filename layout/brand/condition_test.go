package brand

import "testing"

func TestConditions(t *testing.T) {
	values := map[string]int{"photos": 2, "quote": 1, "facts": 0}
	for in, want := range map[string]bool{
		"photos>=2": true, "photos > 2": false, "photos<=1": false, "photos<3": true, "photos=2": true, "photos != 2": false, "photos": true,
		"quote": true, "not quote": false, "facts": false, "not facts": true, "not photos>=3": true, "facts=0": true,
	} {
		c, err := ParseCondition(in)
		if err != nil {
			t.Errorf("%q: %v", in, err)
			continue
		}
		if got := c.Holds(func(name string) int { return values[name] }); got != want {
			t.Errorf("%q holds: %v", in, got)
		}
	}
	for _, in := range []string{"", "photos>=", "photos>=x", "photos >= -1", ">=2", "photos ! 2", "two words", "not"} {
		if c, err := ParseCondition(in); err == nil && c.Name != "not" {
			t.Errorf("ParseCondition(%q) = %+v, want an error", in, c)
		}
	}
}

func TestExclusive(t *testing.T) {
	for _, c := range []struct {
		a, b Names
		want bool
	}{
		{Names{"photos>=2"}, Names{"photos<2"}, true},
		{Names{"photos>=2"}, Names{"photos=1"}, true},
		{Names{"photos>=2"}, Names{"photos>=1"}, false},
		{Names{"quote"}, Names{"not quote"}, true},
		{Names{"quote"}, Names{"not facts"}, false},
		{Names{"not photos>=2"}, Names{"photos>1"}, true},
		{Names{"not photos<2"}, Names{"photos<=1"}, true},
		{Names{"not photos>2"}, Names{"photos=3"}, true},
		{Names{"not photos!=2"}, Names{"photos=3"}, true},
		{Names{"not photos=2"}, Names{"photos=3"}, false},
		{Names{"not photos<=1", "quote"}, Names{"photos<2"}, true},
		{nil, Names{"quote"}, false},
		{Names{"two words"}, Names{"quote"}, false},
	} {
		if got := demandOf(c.a).excludes(demandOf(c.b)); got != c.want {
			t.Errorf("%v excludes %v: %v", c.a, c.b, got)
		}
	}
}

func TestFields(t *testing.T) {
	got, err := Fields("{name} · page {page}")
	if err != nil || len(got) != 2 || got[0] != "name" || got[1] != "page" {
		t.Errorf("%q, %v", got, err)
	}
	for _, in := range []string{"{name", "name}", "{a{b}}", "}{"} {
		if _, err := Fields(in); err == nil {
			t.Errorf("%q passes", in)
		}
	}
	if got, err := Fields("plain"); err != nil || got != nil {
		t.Error("plain words have fields")
	}
}
