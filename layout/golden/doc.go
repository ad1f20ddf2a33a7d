// Package golden keeps what the pages of an issue look like as a text, and says
// in sentences what became different.
package golden
