package para

import "masthead/layout/geom"

// one is a demerit, and a ratio of 1, in the fixed-point numbers of the search:
// integers, so that every machine finds the same breaks.
const one = 1024

// Costs of last resort, far above any price of taste.
const (
	tornDemerits     = 20_000
	anywhereDemerits = 60_000
	ladderDemerits   = 20_000
	overfullDemerits = 1_000_000
	// looseDemerits are for a line that is looser than the tolerance, where the
	// paragraph cannot be set without one: few are better than many, but not if
	// one must gape for it.
	looseDemerits = 5_000
)

// fitness classes of Knuth & Plass: tight, decent, loose, very loose.
const (
	fitTight = iota
	fitDecent
	fitLoose
	fitVeryLoose
	fitClasses
)

// rater prices single lines. It is Params in integers.
type rater struct {
	justified           bool
	space               geom.Length
	stretchMil          int64 // what ratio 1 stretches a space, in 1/1000 of it
	shrinkMil           int64 // what a space can lose
	share               int64 // of letter-spacing, in 1/1000
	letterMin           int64 // 1/1000 em, positive
	letterMax           int64
	tolMil              int64 // stretch allowed, in 1/1000 of a space
	strict              bool  // no line may go beyond
	spaceCost, ragCost  int64
	letterCost          int64
	looseFrom, looseFee int64
}

// thousandths rounds a setting. The product is rounded by itself: else some
// processors fuse it with the sum.
func thousandths(f float64) int64 { return int64(float64(f*1000) + 0.5) }

func newRater(p *Params, space geom.Length) rater {
	ws := p.WordSpace
	return rater{
		justified:  p.Align == Justified,
		space:      space,
		stretchMil: thousandths(ws.Max - ws.Ideal),
		shrinkMil:  thousandths(ws.Ideal - ws.Min),
		share:      thousandths(p.LetterSpace.Share),
		letterMin:  int64(-p.LetterSpace.Min), letterMax: int64(p.LetterSpace.Max),
		tolMil: thousandths(p.Tolerance), strict: true,
		spaceCost: int64(p.SpaceDemerits), ragCost: int64(p.RagDemerits), letterCost: int64(p.LetterDemerits),
		looseFrom: int64(p.LooseSpaces) * one, looseFee: int64(p.ExtraLoose) * one,
	}
}

// split shares the slack of a justified line between its word spaces and its
// letters. ok is false if the line cannot shrink that far.
func (r *rater) split(slack geom.Length, s *sums) (word, letter geom.Length, ok bool) {
	if slack >= 0 {
		room := s.letters * geom.Length(r.letterMax) / 1000
		limit := s.stretch * geom.Length(r.stretchMil) / 1000
		word, letter = r.divide(slack, room, limit)
		return word, letter, true
	}
	room := s.letters * geom.Length(r.letterMin) / 1000
	word, letter = r.divide(-slack, room, s.shrink)
	return -word, -letter, word <= s.shrink
}

// divide gives letters their share of slack as far as room goes, the word
// spaces the rest up to limit, and what lies beyond to the letters again.
func (r *rater) divide(slack, room, limit geom.Length) (word, letter geom.Length) {
	letter = min(slack*geom.Length(r.share)/1000, room)
	word = slack - letter
	if word > limit {
		more := min(word-limit, room-letter)
		word, letter = word-more, letter+more
	}
	return word, letter
}

// ratio is Knuth and Plass's r over all that can stretch or shrink.
func (r *rater) ratio(slack geom.Length, s *sums) float64 {
	var room geom.Length
	if slack >= 0 {
		room = s.stretch*geom.Length(r.stretchMil)/1000 + s.letters*geom.Length(r.letterMax)/1000
	} else {
		room = s.shrink + s.letters*geom.Length(r.letterMin)/1000
	}
	if room <= 0 {
		return 0
	}
	return float64(slack) / float64(room)
}

// justify prices a line that must fill its measure. The cost grows with the
// square of how far the word spaces are off, as a share of themselves, and with
// the square of the letter-spacing, as a share of its limit; a line with spaces
// beyond WordSpace.Max costs ExtraLoose more.
func (r *rater) justify(slack geom.Length, s *sums) (cost int64, fit int, ok bool) {
	word, letter, ok := r.split(slack, s)
	if !ok {
		return 0, 0, false
	}
	var off int64 // of a word space, as a share of it
	fit = fitDecent
	switch {
	case word > 0 && s.stretch > 0:
		if word > s.stretch*geom.Length(r.tolMil)/1000 {
			if r.strict {
				return 0, 0, false
			}
			cost = looseDemerits * one
		}
		off = int64(word) * one / int64(s.stretch)
		switch z := off * 1000 / one; {
		case z > r.stretchMil:
			fit = fitVeryLoose
		case 2*z > r.stretchMil:
			fit = fitLoose
		}
	case word > 0:
		if r.strict {
			return 0, 0, false
		}
		cost = looseDemerits * one
		off = int64(word)*one/int64(r.space) + 2*one
		fit = fitVeryLoose
	case word < 0:
		z := int64(-word) * one / int64(s.shrink)
		off = z * r.shrinkMil / 1000
		if 2*z > one {
			fit = fitTight
		}
	}
	off = min(off, 64*one)
	cost += r.spaceCost * (off * off / one)
	if fit == fitVeryLoose {
		cost += r.looseFee
	}
	if letter != 0 {
		limit := r.letterMax
		if letter < 0 {
			limit, letter = r.letterMin, -letter
		}
		z := int64(letter) * one * 1000 / (int64(s.letters) * limit)
		cost += r.letterCost * (z * z / one)
	}
	return cost, fit, true
}

// rag prices a ragged line: 4·(slack/space)² and more if it is very short.
func (r *rater) rag(slack geom.Length) int64 {
	q := min(int64(slack)*one/int64(r.space), 1000*one)
	cost := r.ragCost * (q * q / one)
	if r.looseFrom > 0 && q > r.looseFrom {
		cost += r.looseFee
	}
	return cost
}

// even prices a line of a balanced paragraph by how far it is from the common
// width; to be wider is twice as bad.
func (r *rater) even(short geom.Length) int64 {
	q := min(max(int64(short), -2*int64(short))*one/int64(r.space), 1000*one)
	return r.ragCost * (q * q / one)
}

// penalty is the price of ending a line at a break of that kind.
func (p *Params) penalty(k breakKind) int64 {
	switch k {
	case breakHyphen:
		return int64(p.HyphenPenalty) * one
	case breakName:
		return int64(p.HyphenPenalty+p.CapitalPenalty) * one
	case breakCompound:
		return int64(p.CompoundPenalty) * one
	case breakDash:
		return int64(p.CompoundPenalty) * one / 4
	case breakAddress:
		return int64(p.AddressPenalty) * one
	case breakTorn:
		return tornDemerits * one
	case breakTornLetter, breakTornPlain:
		return anywhereDemerits * one
	}
	return 0
}
