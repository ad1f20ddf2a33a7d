package photo

import (
	"cmp"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Cache keeps finished work by a hash of everything that went into it. Get may
// forget at any time; neither may fail a build. Both are called from several
// goroutines.
type Cache interface {
	Get(key [32]byte) ([]byte, bool)
	Put(key [32]byte, data []byte)
}

// DirCache returns a cache in a folder, which it makes when it first writes. Its
// files together hold at most about maxBytes (0 is 1 GB); the longest unused go
// first. Each file carries a checksum: a damaged one is removed and counts as
// absent. Files appear by rename, so that two builds may share the folder and
// one that is killed leaves nothing half written but a temporary file, which a
// later build clears away.
func DirCache(root string, maxBytes int64) Cache {
	if maxBytes <= 0 {
		maxBytes = 1 << 30
	}
	return &dirCache{root: root, most: maxBytes}
}

type dirCache struct {
	root    string
	most    int64
	mu      sync.Mutex
	written int64 // since the last sweep
	swept   bool
}

// A file is the magic, the CRC-32C of the data (RFC 3720, 12.1), the data: what
// the sum guards against is damage, and it costs a tenth of a hash.
const (
	cacheMagic = "masthead photo 2"
	cacheHead  = len(cacheMagic) + 4
)

// sealed puts the head before data.
func sealed(data []byte) []byte {
	out := make([]byte, 0, cacheHead+len(data))
	out = binary.BigEndian.AppendUint32(append(out, cacheMagic...), checksum(data))
	return append(out, data...)
}

func checksum(data []byte) uint32 { return crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)) }

func (c *dirCache) path(key [32]byte) string {
	name := hex.EncodeToString(key[:])
	return filepath.Join(c.root, name[:2], name[2:])
}

// Get returns what was put under a key.
func (c *dirCache) Get(key [32]byte) ([]byte, bool) {
	name := c.path(key)
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrPermission) {
		f, err = os.Open(name)
	}
	if err != nil {
		return nil, false
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil || st.IsDir() {
		return nil, false
	}
	b := make([]byte, st.Size())
	if _, err := io.ReadFull(f, b); err != nil {
		return nil, false
	}
	if len(b) < cacheHead || string(b[:len(cacheMagic)]) != cacheMagic ||
		checksum(b[cacheHead:]) != binary.BigEndian.Uint32(b[len(cacheMagic):]) {
		os.Remove(name)
		return nil, false
	}
	// The first byte anew marks the file as used now by the file system's clock,
	// which [dirCache.sweep] goes by.
	_, _ = f.WriteAt(b[:1], 0)
	return b[cacheHead:], true
}

// Put stores data under a key. What cannot be stored is not.
func (c *dirCache) Put(key [32]byte, data []byte) {
	name := c.path(key)
	dir := filepath.Dir(name)
	if os.MkdirAll(dir, 0o755) != nil {
		return
	}
	f, err := os.CreateTemp(dir, tempPrefix+"*")
	if err != nil {
		return
	}
	_, err = f.Write(sealed(data))
	var now time.Time
	if st, e := f.Stat(); e == nil {
		now = st.ModTime()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
		return
	}
	c.mu.Lock()
	c.written += int64(len(data))
	due := !c.swept || c.written > c.most/16
	if due {
		c.swept, c.written = true, 0
	}
	c.mu.Unlock()
	if due {
		c.sweep(now)
	}
}

const tempPrefix = "tmp-"

// sweep removes the longest unused files until the rest is within the bound, and
// temporary files that nobody can still be writing.
func (c *dirCache) sweep(now time.Time) {
	type entry struct {
		name string
		size int64
		used time.Time
	}
	var all []entry
	var total int64
	stale := now.Add(-time.Hour)
	_ = filepath.WalkDir(c.root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return nil
		}
		if len(d.Name()) > len(tempPrefix) && d.Name()[:len(tempPrefix)] == tempPrefix {
			if info.ModTime().Before(stale) {
				os.Remove(name)
			}
			return nil
		}
		all = append(all, entry{name, info.Size(), info.ModTime()})
		total += info.Size()
		return nil
	})
	slices.SortFunc(all, func(a, b entry) int {
		return cmp.Or(a.used.Compare(b.used), cmp.Compare(a.name, b.name))
	})
	for _, e := range all {
		if total <= c.most {
			return
		}
		if os.Remove(e.name) == nil {
			total -= e.size
		}
	}
}
