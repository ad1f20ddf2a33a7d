package layout

import (
	"fmt"
	"strings"

	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/photo"
)

// limit returns how many bytes the e-mail file may have, 0 for any number.
func (o *Options) limit() int64 {
	most := o.MaxSize
	if o.MaxMail > 0 && (most == 0 || MailLimit(o.MaxMail) < most) {
		most = max(1, MailLimit(o.MaxMail))
	}
	return most
}

// mailed writes the e-mail file and keeps it within its limit. What is not
// photos cannot be made smaller, so the photos get what it leaves. The rest
// changes by a few bytes with the lengths of the photos, hence the rounds.
func (j *job) mailed(doc *display.Document, f *file, diags *diag.List) {
	j.write(doc, f, diags)
	most := j.opt.limit()
	if f.pdf == nil || most == 0 || int64(len(f.pdf)) <= most {
		return
	}
	rest := int64(len(f.pdf)) - bytesOf(f.pictures)
	if len(f.pictures) == 0 || rest >= most {
		diags.Errorf(j.place(), "too-large", "raise the limit, or shorten the issue",
			"the e-mail file takes %s without its photos; the limit is %s", Bytes(rest), Bytes(most))
		f.pdf = nil
		return
	}
	specs := j.specs(doc)
	room := most - rest
	for range 4 {
		f.target.MaxBytes = room
		made, errs := photo.Make(j.ctx, specs, []photo.Target{f.target}, j.making())
		for i, err := range errs {
			if err != nil {
				photoError(diags, j.photoPlace(doc.Photos[i]), err)
				f.pdf = nil
				return
			}
		}
		if heavy := photo.Heaviest(made[0], room, 3); heavy != nil {
			j.overweight(doc, heavy, rest+bytesOf(embedded(made[0])), diags)
			f.pdf = nil
			return
		}
		f.pictures = embedded(made[0])
		if j.write(doc, f, diags); f.pdf == nil {
			return
		}
		over := int64(len(f.pdf)) - most
		if over <= 0 {
			return
		}
		room = max(1, room-over)
	}
	diags.Errorf(j.place(), "too-large", "", "the e-mail file has %s; the limit is %s", Bytes(int64(len(f.pdf))), Bytes(most))
	f.pdf = nil
}

// overweight names the photos that weigh most where even the least quality is
// too much.
func (j *job) overweight(doc *display.Document, heavy []photo.Share, least int64, diags *diag.List) {
	var shares []string
	for _, h := range heavy {
		shares = append(shares, fmt.Sprintf("%s has %s and would have to give %s", doc.Photos[h.Spec].File, Bytes(h.Bytes), Bytes(h.Give)))
	}
	diags.Errorf(j.photoPlace(doc.Photos[heavy[0].Spec]), "too-large", "raise the limit, or leave photos out or make them smaller",
		"the e-mail file has %s at the least quality of photos; the limit is %s: %s", Bytes(least), Bytes(j.opt.limit()), strings.Join(shares, "; "))
}

func bytesOf(pictures []display.Picture) (n int64) {
	for _, p := range pictures {
		n += int64(len(p.Data))
	}
	return n
}

// Bytes says a number of bytes as people do: "812 bytes", "48 KB", "1.92 MB".
func Bytes(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d bytes", n)
	case n < 100_000:
		return fmt.Sprintf("%.3g KB", float64(n)/1e3)
	case n < 1_000_000:
		return fmt.Sprintf("%d KB", (n+500)/1000)
	}
	return fmt.Sprintf("%.2f MB", float64(n)/1e6)
}
