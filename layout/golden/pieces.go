package golden

import (
	"fmt"
	"slices"
	"strings"
)

// pieces compares where texts and boxes stand, and what texts are set in.
func (d *pageChange) pieces(a, b *Block) {
	nth := map[string]int{}
	for i := range b.Items {
		it := &b.Items[i]
		if it.Figure != nil {
			continue
		}
		key := pieceKey(it, b.Story == "")
		nth[key]++
		old := nthItem(a, key, nth[key])
		if old == nil {
			continue
		}
		if it.Text == nil {
			if n := b.boxes(it.Role) - a.boxes(it.Role); n != 0 {
				if nth[key] == 1 && !(d.marked && it.Role == "mark") {
					d.boxes++
					d.detail("%s: %d %s", d.of("box ("+it.Role+")", b), abs(Length(n)), way(n, "more", "fewer"))
				}
				continue // which is which cannot be told
			}
			d.box(d.of("box ("+it.Role+")", b), clipped(old.Rect, d.old), clipped(it.Rect, d.new))
			continue
		}
		name := d.of(it.Role, b)
		if old.Text.Type != it.Text.Type && !d.anew && !slices.Contains(d.retyped, [2]Type{old.Text.Type, it.Text.Type}) && !a.sets(it) && (it.Role == "title" || isRunning(it.Role) || saying(old.Text) == saying(it.Text)) {
			d.say("the %s is set otherwise: %s", name, typeChange(old.Text.Type, it.Text.Type))
		}
		if far(it.Rect.W, old.Rect.W, d.Tolerance) {
			d.detail("%s: %s -> %s pt wide", name, pt(old.Rect.W), pt(it.Rect.W))
		}
		dx := it.Rect.X - old.Rect.X
		if right := it.Rect.Right() - old.Rect.Right(); !far(right, 0, 1) || !far(dx+right, 0, 2) {
			dx = 0 // it grew to the left, or to both sides
		}
		d.shift(name, dx, it.Rect.Y-old.Rect.Y, false)
	}
}

func (d *pageChange) box(name string, was, is Rect) {
	if far(was.W, is.W, d.Tolerance) || far(was.H, is.H, d.Tolerance) {
		d.detail("%s: %s x %s -> %s x %s pt", name, pt(was.W), pt(was.H), pt(is.W), pt(is.H))
		d.boxes++
	}
	d.shift(name, is.X-was.X, is.Y-was.Y, true)
}

// pieceKey tells pieces apart that may be compared. The furniture has many of a
// role; what they are set in tells them apart.
func pieceKey(it *Item, furniture bool) string {
	switch {
	case it.Text == nil:
		return "box " + it.Role
	case furniture:
		return "text " + it.Role + " " + it.Text.Type.String()
	}
	return "text " + it.Role
}

func nthItem(k *Block, key string, n int) *Item {
	for i := range k.Items {
		it := &k.Items[i]
		if it.Figure == nil && pieceKey(it, k.Story == "") == key {
			if n--; n == 0 {
				return it
			}
		}
	}
	return nil
}

// shift notes that a thing moved. Boxes go with what they are around; they are
// told only where nothing else is.
func (d *pageChange) shift(what string, dx, dy Length, box bool) {
	if !far(dx, 0, d.Tolerance) && !far(dy, 0, d.Tolerance) {
		d.still++
		return
	}
	d.detail("%s moved %s", what, direction(dx, dy))
	if box {
		d.boxes++
		return
	}
	at := slices.IndexFunc(d.shifts, func(s shift) bool { return s.dx == dx && s.dy == dy })
	if at < 0 {
		at = len(d.shifts)
		d.shifts = append(d.shifts, shift{dx: dx, dy: dy})
	}
	if !slices.Contains(d.shifts[at].what, what) {
		d.shifts[at].what = append(d.shifts[at].what, what)
	}
}

// moved says the ways that things moved: together where they moved together.
func (d *pageChange) moved() {
	if d.old.Template != d.new.Template {
		return // of course they stand elsewhere
	}
	mirrored := len(d.shifts) > 0 && d.old.Number%2 != d.new.Number%2
	for _, s := range d.shifts {
		mirrored = mirrored && s.dy == 0
	}
	switch {
	case mirrored:
		d.boxes = 0
		d.say("mirrored to the other side")
	case len(d.shifts) == 1 && d.still == 0 && !d.fresh:
		d.say("everything moved %s", direction(d.shifts[0].dx, d.shifts[0].dy))
	case len(d.shifts) > 1 && d.oneWay():
		d.say("%s", d.byHowMuch())
	case len(d.shifts) > 3:
		n := 0
		for _, s := range d.shifts {
			n += len(s.what)
		}
		d.say("%s stand elsewhere", count(n, "thing", "things"))
	default:
		for _, s := range d.shifts {
			d.say("%s moved %s", names(s.what), direction(s.dx, s.dy))
		}
	}
	if len(d.clauses) == 0 && d.boxes > 0 {
		d.say("%s moved, stretched, came or went", count(d.boxes, "box", "boxes"))
	}
}

// oneWay reports whether all that moved went up, or all of it down.
func (d *pageChange) oneWay() bool {
	for _, s := range d.shifts {
		if s.dx != 0 || (s.dy > 0) != (d.shifts[0].dy > 0) {
			return false
		}
	}
	return true
}

// byHowMuch says what moved up or down, by how much at least and at most.
func (d *pageChange) byHowMuch() string {
	var what []string
	least, most := abs(d.shifts[0].dy), Length(0)
	for _, s := range d.shifts {
		least, most = min(least, abs(s.dy)), max(most, abs(s.dy))
		for _, w := range s.what {
			if !slices.Contains(what, w) {
				what = append(what, w)
			}
		}
	}
	return fmt.Sprintf("%s moved %s to %s pt %s", names(what), pt(least), pt(most), way(int(d.shifts[0].dy), "down", "up"))
}

// names puts things together, those of a story as one: "title and body of x".
func names(what []string) string {
	type owned struct {
		owner  string
		things []string
	}
	var all []owned
	for _, w := range what {
		thing, owner, _ := strings.Cut(w, " of ")
		at := slices.IndexFunc(all, func(o owned) bool { return o.owner == owner })
		if at < 0 {
			at = len(all)
			all = append(all, owned{owner: owner})
		}
		all[at].things = append(all[at].things, thing)
	}
	const few = 4
	var out []string
	for _, o := range all {
		text := list(o.things)
		if n := len(o.things); n > few {
			text = strings.Join(o.things[:few-1], ", ") + " and " + count(n-few+1, "more", "more")
		}
		if o.owner != "" {
			text += " of " + o.owner
		}
		out = append(out, text)
	}
	return list(out)
}

// direction says a way and a distance.
func direction(dx, dy Length) string {
	var parts []string
	if dx != 0 {
		parts = append(parts, pt(abs(dx))+" pt "+way(int(dx), "right", "left"))
	}
	if dy != 0 {
		parts = append(parts, pt(abs(dy))+" pt "+way(int(dy), "down", "up"))
	}
	return strings.Join(parts, " and ")
}

// sets reports whether a block has a text of the item's role and type.
func (k *Block) sets(it *Item) bool {
	return slices.ContainsFunc(k.Items, func(o Item) bool { return o.Text != nil && o.Role == it.Role && o.Text.Type == it.Text.Type })
}

// saying returns the words of a text, however its lines are broken.
func saying(t *Text) string {
	var b strings.Builder
	for _, l := range t.Lines {
		b.WriteString(strings.Join(strings.Fields(l.Text), ""))
	}
	return b.String()
}
