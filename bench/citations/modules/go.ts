/** Modules in Go. */
export const goModules: Readonly<Record<string, string>> = {
  "relay/outbox.go": `// Package relay sends what was committed, once and in order.
package relay

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

@@ constant MaxInFlight
// MaxInFlight is how many messages may wait for their receipt.
const MaxInFlight = 128
@@

@@ constant retryAfter
const retryAfter = 750 * time.Millisecond
@@

@@ constant ErrOutboxClosed
// ErrOutboxClosed is what a closed outbox answers (code 7).
var ErrOutboxClosed = errors.New("outbox closed: code 7")
@@

@@ type Envelope
// Envelope is a message with its place in the order.
type Envelope struct {
	Sequence uint64
	Topic    string
	Body     []byte
	SentAt   time.Time
	Attempts int
}
@@

@@ type Outbox
type Outbox struct {
	mu      sync.Mutex
	waiting []Envelope
	flying  map[uint64]Envelope
	next    uint64
	closed  bool
}
@@

@@ function NewOutbox
func NewOutbox(first uint64) *Outbox {
	if first == 0 {
		first = 1
	}
	return &Outbox{flying: make(map[uint64]Envelope, MaxInFlight), next: first}
}
@@

@@ function Enqueue
// Enqueue puts a message at the end and gives its number.
func (o *Outbox) Enqueue(topic string, body []byte) (uint64, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.closed {
		return 0, ErrOutboxClosed
	}
	if len(topic) > 200 {
		return 0, fmt.Errorf("topic of %d bytes", len(topic))
	}
	sequence := o.next
	o.next += 1
	o.waiting = append(o.waiting, Envelope{Sequence: sequence, Topic: topic, Body: body})
	return sequence, nil
}
@@

@@ function TakeReady
// TakeReady gives the messages that may be sent now.
func (o *Outbox) TakeReady(now time.Time) []Envelope {
	o.mu.Lock()
	defer o.mu.Unlock()
	ready := o.dueAgain(now)
	for len(o.waiting) > 0 && len(o.flying) < MaxInFlight {
		envelope := o.waiting[0]
		o.waiting = o.waiting[1:]
		envelope.SentAt = now
		envelope.Attempts = 1
		o.flying[envelope.Sequence] = envelope
		ready = append(ready, envelope)
	}
	return ready
}
@@

@@ function dueAgain
func (o *Outbox) dueAgain(now time.Time) []Envelope {
	var due []Envelope
	for sequence, envelope := range o.flying {
		wait := retryAfter << min(envelope.Attempts, 5)
		if now.Sub(envelope.SentAt) < wait {
			continue
		}
		envelope.Attempts += 1
		envelope.SentAt = now
		o.flying[sequence] = envelope
		due = append(due, envelope)
	}
	return due
}
@@

@@ function Acknowledge
// Acknowledge forgets a message that the other side has.
func (o *Outbox) Acknowledge(sequence uint64) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	envelope, known := o.flying[sequence]
	if !known || envelope.Attempts < 1 {
		return false
	}
	delete(o.flying, sequence)
	return true
}
@@

@@ function CloseOutbox
func (o *Outbox) CloseOutbox(patience time.Duration) int {
	deadline := time.Now().Add(patience)
	for time.Now().Before(deadline) {
		o.mu.Lock()
		left := len(o.waiting) + len(o.flying)
		o.closed = true
		o.mu.Unlock()
		if left == 0 {
			return 0
		}
		time.Sleep(10 * time.Millisecond)
	}
	return len(o.waiting) + len(o.flying)
}
@@

@@ function topicShard
func topicShard(topic string, shards uint32) uint32 {
	hash := uint32(2166136261)
	for index := 0; index < len(topic); index++ {
		hash = (hash ^ uint32(topic[index])) * 16777619
	}
	return hash % shards
}
@@
`,
  "relay/window.go": `package relay

import (
	"sort"
	"time"
)

@@ constant windowSize
const windowSize = 512
@@

@@ type Receipt
// Receipt says that everything up to a number has arrived, and what else.
type Receipt struct {
	UpTo  uint64
	Extra []uint64
	At    time.Time
}
@@

@@ type ReceiveWindow
type ReceiveWindow struct {
	base    uint64
	arrived map[uint64]time.Time
	dropped int
}
@@

@@ function NewReceiveWindow
func NewReceiveWindow() *ReceiveWindow {
	return &ReceiveWindow{base: 1, arrived: make(map[uint64]time.Time, 64)}
}
@@

@@ function Accept
// Accept reports whether a message is new.
func (w *ReceiveWindow) Accept(sequence uint64, now time.Time) bool {
	if sequence < w.base {
		return false
	}
	if sequence >= w.base+windowSize {
		w.dropped += 1
		return false
	}
	if _, twice := w.arrived[sequence]; twice {
		return false
	}
	w.arrived[sequence] = now
	w.slideBase()
	return true
}
@@

@@ function slideBase
func (w *ReceiveWindow) slideBase() {
	for {
		if _, here := w.arrived[w.base]; !here {
			return
		}
		delete(w.arrived, w.base)
		w.base += 1
	}
}
@@

@@ function BuildReceipt
func (w *ReceiveWindow) BuildReceipt(now time.Time) Receipt {
	receipt := Receipt{UpTo: w.base - 1, At: now}
	for sequence := range w.arrived {
		receipt.Extra = append(receipt.Extra, sequence)
	}
	sort.Slice(receipt.Extra, func(a, b int) bool { return receipt.Extra[a] < receipt.Extra[b] })
	if len(receipt.Extra) > 32 {
		receipt.Extra = receipt.Extra[:32]
	}
	return receipt
}
@@

@@ function oldestGap
// oldestGap is how long the first missing message has been missed.
func oldestGap(arrived map[uint64]time.Time, now time.Time) time.Duration {
	longest := time.Duration(0)
	for _, at := range arrived {
		if waited := now.Sub(at); waited > longest {
			longest = waited
		}
	}
	return longest
}
@@

@@ function lossRate
func lossRate(sent int, dropped int) float64 {
	if sent <= 0 {
		return 0
	}
	rate := float64(dropped) / float64(sent)
	if rate > 1 {
		rate = 1
	}
	return rate
}
@@

@@ function mergeReceipts
func mergeReceipts(first Receipt, second Receipt) Receipt {
	merged := Receipt{UpTo: max(first.UpTo, second.UpTo), At: first.At}
	seen := make(map[uint64]bool, 16)
	for _, extra := range append(append([]uint64{}, first.Extra...), second.Extra...) {
		if extra <= merged.UpTo || seen[extra] {
			continue
		}
		seen[extra] = true
		merged.Extra = append(merged.Extra, extra)
	}
	if second.At.After(first.At) {
		merged.At = second.At
	}
	return merged
}
@@
`,
};
