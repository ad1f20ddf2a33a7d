package locale

import (
	"strconv"
	"strings"
)

// A Day is a date of the calendar. D is 0 where only the month is known.
type Day struct{ Y, M, D int }

// Date returns a date: "June 2023" where d is 0, else "27 June 2023". A month
// outside 1..12 gives "".
func (l *Locale) Date(y, m, d int) string {
	if d == 0 {
		return l.date("date-month", "months", "", Day{Y: y, M: m})
	}
	return l.date("date-day", "months-day", l.day(d), Day{y, m, d})
}

// DayMonth returns a date without its year: "27 June".
func (l *Locale) DayMonth(m, d int) string {
	return l.date("date-day-month", "months-day", l.day(d), Day{M: m, D: d})
}

// DateRange returns the dates from first to last in the shortest usual form:
// "14–15 September 2023", "30 June – 2 July 2023", "30 December 2023 –
// 2 January 2024".
func (l *Locale) DateRange(first, last Day) string {
	wide := l.form("date-range-wide", " – ")
	switch {
	case first == last:
		return l.Date(first.Y, first.M, first.D)
	case first.Y != last.Y || first.D == 0 || last.D == 0:
		return l.Date(first.Y, first.M, first.D) + wide + l.Date(last.Y, last.M, last.D)
	case first.M == last.M:
		days := l.day(first.D) + l.form("date-range", "–") + l.day(last.D)
		return l.date("date-day", "months-day", days, first)
	case strings.HasPrefix(l.values["date-day"], "%Y"): // the year once, and first
		return l.Date(first.Y, first.M, first.D) + wide + l.DayMonth(last.M, last.D)
	}
	return l.DayMonth(first.M, first.D) + wide + l.Date(last.Y, last.M, last.D)
}

// Month returns the name of month m, 1..12, as it stands alone.
func (l *Locale) Month(m int) string { return l.month("months", m) }

// MonthShort returns the short name of month m, 1..12.
func (l *Locale) MonthShort(m int) string { return l.month("months-short", m) }

// date fills the pattern of that name. Its spaces are plain ones: Typeset binds
// day and month.
func (l *Locale) date(pattern, months, day string, d Day) string {
	if l.values[months] == "" {
		months = "months"
	}
	month := l.month(months, d.M)
	if month == "" {
		return ""
	}
	return strings.NewReplacer("%d", day, "%B", month, "%Y", strconv.Itoa(d.Y)).Replace(l.values[pattern])
}

// day returns a day in the form that it has within a date.
func (l *Locale) day(d int) string {
	if first := l.values["day-first"]; d == 1 && first != "" {
		return first
	}
	return strings.Replace(l.form("day", "%d"), "%d", strconv.Itoa(d), 1)
}

// month returns one name of a list of twelve.
func (l *Locale) month(list string, m int) string {
	names := strings.Split(l.values[list], " ")
	if m < 1 || m > len(names) {
		return ""
	}
	return names[m-1]
}

// form returns the value of key, or other where it has none.
func (l *Locale) form(key, other string) string {
	if v, ok := l.values[key]; ok {
		return v
	}
	return other
}
