package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// poll is how often the files are looked at. A rebuild waits until they have
// been still for as long, for editors write in steps.
const poll = 300 * time.Millisecond

// watch builds an issue again and again as its files change, and shows it on a
// page of the local machine. It ends with an interrupt.
func (c *command) watch(args []string) int {
	set := flag.NewFlagSet("watch", flag.ContinueOnError)
	o := options{single: true}
	set.StringVar(&o.folder, "o", "out", "write the PDFs into `DIR`")
	address := set.String("listen", "localhost:7979", "show the preview page at `ADDRESS`")
	o.shared(set)
	o.making(set, &c.report)
	return c.issues(set, &o, args, func(is *place) int {
		host, _, err := net.SplitHostPort(*address)
		if err != nil || !isLocal(host) {
			return c.misuse("masthead watch", "the address %q is not one of this machine, such as localhost:7979", *address)
		}
		listener, err := net.Listen("tcp", *address)
		if err != nil { // somebody else's: any other will do
			listener, err = net.Listen("tcp", net.JoinHostPort(host, "0"))
		}
		if err != nil {
			return c.failed(*address, err)
		}
		p := newPreview(is.id)
		stop := p.serve(listener)
		defer stop()
		fmt.Fprintf(c.out, "watching %s; preview at http://%s/\n", filepath.ToSlash(is.folder), listener.Addr())
		c.follow(is, &o, p)
		return done
	})
}

// follow rebuilds until the run is interrupted.
func (c *command) follow(is *place, o *options, p *preview) {
	t := tree{roots: append([]string{is.folder}, o.brands...), out: o.folder}
	tick := time.NewTicker(poll)
	defer tick.Stop()
	for {
		built := t.sum()
		res, diags, _ := c.make(is, o)
		if c.ctx.Err() != nil {
			return
		}
		p.update(is, res, diags)
		for now := built; now == built; now = t.settled(c.ctx.Done(), tick.C) {
			select {
			case <-c.ctx.Done():
				return
			case <-tick.C:
			}
		}
	}
}

// tree is what is watched: folders, but not the one that is written to, nor what
// is hidden.
type tree struct {
	roots []string
	out   string
}

// most bounds how many files are looked at, lest someone watches a whole disk.
const most = 20_000

// sum is a fingerprint of the names, sizes and times of all files.
func (t *tree) sum() (sum [32]byte) {
	h, seen := sha256.New(), 0
	out, _ := os.Stat(t.out)
	for _, root := range t.roots {
		_ = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // it has gone in the meantime; the next look will tell
			}
			if name != root && strings.HasPrefix(d.Name(), ".") {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			info, err := d.Info()
			switch {
			case err != nil:
				return nil
			case d.IsDir() && out != nil && os.SameFile(info, out):
				return fs.SkipDir
			case d.IsDir():
				return nil
			}
			if seen++; seen > most {
				return fs.SkipAll
			}
			fmt.Fprintf(h, "%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
			return nil
		})
	}
	h.Sum(sum[:0])
	return sum
}

// settled returns the fingerprint once two in a row are the same.
func (t *tree) settled(done <-chan struct{}, tick <-chan time.Time) [32]byte {
	was := t.sum()
	for {
		select {
		case <-done:
			return was
		case <-tick:
		}
		now := t.sum()
		if now == was {
			return now
		}
		was = now
	}
}

func isLocal(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
