package diag

import "testing"

func TestStringAndSort(t *testing.T) {
	var l List
	l.Warnf(Pos{"b.yaml", 2, 1}, "late", "", "second")
	l.Errorf(Pos{"a.yaml", 9, 7}, "unknown-key", `did you mean "title"?`, "unknown key %q", "titel")
	l.Errorf(Pos{"a.yaml", 9, 7}, "unknown-key", `did you mean "title"?`, "unknown key %q", "titel")
	l.Warnf(Pos{"a.yaml", 9, 7}, "unknown-key", "", "unknown key %q", "titel")
	l.Infof(Pos{File: "a.yaml"}, "whole-file", "", "about it all")
	l.Sort()
	want := []string{
		"a.yaml: info: about it all [whole-file]",
		`a.yaml:9:7: error: unknown key "titel" [unknown-key]`,
		"b.yaml:2:1: warning: second [late]",
	}
	if len(l.All) != len(want) {
		t.Fatalf("%d messages, want %d (repetitions dropped)", len(l.All), len(want))
	}
	for i, w := range want {
		if got := l.All[i].String(); got != w {
			t.Errorf("message %d is %q, want %q", i, got, w)
		}
	}
	if !l.Failed() || l.Worst() != Error {
		t.Error("a list with an error has not failed")
	}
	if (&List{}).Failed() {
		t.Error("an empty list has failed")
	}
}
