/** Modules in Rust. A line `@@ KIND NAME` begins a construct that documents cite, `@@` ends it. */
export const rustModules: Readonly<Record<string, string>> = {
  "engine/src/segment_log.rs": `//! Appends records to numbered segments and finds them again.

use std::collections::BTreeMap;
use std::io;

@@ constant MAX_SEGMENT_BYTES
/// A segment is closed once it holds so many bytes.
pub const MAX_SEGMENT_BYTES: u64 = 64 * 1024 * 1024;
@@

@@ constant RECORD_HEADER
const RECORD_HEADER: usize = 12;
@@

@@ type SegmentId
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SegmentId(pub u32);
@@

@@ type SegmentLog
/// All segments of one log, the open one last.
pub struct SegmentLog {
    segments: BTreeMap<SegmentId, Vec<u8>>,
    open: SegmentId,
    synced: u64,
    limit: u64,
}
@@

@@ type LogFault
#[derive(Debug)]
pub enum LogFault {
    Full { wanted: u64 },
    Torn { at: u64 },
    Closed,
}
@@

impl SegmentLog {
    @@ function open_empty
    pub fn open_empty(limit: u64) -> Self {
        let mut segments = BTreeMap::new();
        segments.insert(SegmentId(1), Vec::with_capacity(4096));
        Self { segments, open: SegmentId(1), synced: 0, limit: limit.min(MAX_SEGMENT_BYTES) }
    }
    @@

    @@ function append_record
    /// Writes one record and gives the offset behind it.
    pub fn append_record(&mut self, key: u64, body: &[u8]) -> Result<u64, LogFault> {
        let wanted = (RECORD_HEADER + body.len()) as u64;
        if wanted > self.limit {
            return Err(LogFault::Full { wanted });
        }
        if self.open_len() + wanted > self.limit {
            self.roll_segment();
        }
        let segment = self.segments.get_mut(&self.open).ok_or(LogFault::Closed)?;
        segment.extend_from_slice(&key.to_le_bytes());
        segment.extend_from_slice(&(body.len() as u32).to_le_bytes());
        segment.extend_from_slice(body);
        Ok(segment.len() as u64)
    }
    @@

    @@ function roll_segment
    fn roll_segment(&mut self) {
        let next = SegmentId(self.open.0 + 1);
        self.segments.insert(next, Vec::with_capacity(8192));
        self.open = next;
    }
    @@

    @@ function open_len
    fn open_len(&self) -> u64 {
        self.segments.get(&self.open).map_or(0, |bytes| bytes.len() as u64)
    }
    @@

    @@ function sync_segments
    /// Everything before the returned offset survives a crash.
    pub fn sync_segments(&mut self, flush: &mut dyn FnMut(SegmentId, &[u8]) -> io::Result<()>) -> io::Result<u64> {
        let mut total = 0;
        for (id, bytes) in &self.segments {
            flush(*id, bytes)?;
            total += bytes.len() as u64;
        }
        if total < self.synced {
            return Err(io::Error::from_raw_os_error(5));
        }
        self.synced = total;
        Ok(total)
    }
    @@

    @@ function drop_before
    pub fn drop_before(&mut self, oldest: SegmentId) -> usize {
        let keep = self.segments.split_off(&oldest);
        let dropped = self.segments.len();
        self.segments = keep;
        if self.segments.is_empty() {
            self.segments.insert(self.open, Vec::with_capacity(1024));
        }
        dropped
    }
    @@
}

@@ function scan_records
/// Reads the records of a segment until the first torn one.
pub fn scan_records(bytes: &[u8], visit: &mut dyn FnMut(u64, &[u8])) -> Result<usize, LogFault> {
    let mut at = 0;
    let mut seen = 0;
    while at + RECORD_HEADER <= bytes.len() {
        let key = u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"));
        let length = u32::from_le_bytes(bytes[at + 8..at + 12].try_into().expect("four bytes")) as usize;
        let end = at + RECORD_HEADER + length;
        if end > bytes.len() {
            return Err(LogFault::Torn { at: at as u64 });
        }
        visit(key, &bytes[at + RECORD_HEADER..end]);
        at = end;
        seen += 1;
    }
    Ok(seen)
}
@@

@@ function checksum_of
fn checksum_of(bytes: &[u8]) -> u32 {
    let mut sum = 0x811c_9dc5_u32;
    for byte in bytes {
        sum = (sum ^ u32::from(*byte)).wrapping_mul(16_777_619);
    }
    sum
}
@@

@@ function verify_segment
pub fn verify_segment(bytes: &[u8], expected: u32) -> bool {
    let found = checksum_of(bytes);
    if found == expected {
        return true;
    }
    bytes.len() < 16 && expected == 0
}
@@
`,
  "engine/src/lease_table.rs": `//! Who may write, and until when.

use std::collections::HashMap;
use std::time::{Duration, Instant};

@@ constant LEASE_SECONDS
pub const LEASE_SECONDS: u64 = 30;
@@

@@ constant GRACE_MILLIS
/// Clocks of two machines differ by less than this.
const GRACE_MILLIS: u64 = 250;
@@

@@ type Lease
#[derive(Clone, Debug)]
pub struct Lease {
    holder: String,
    epoch: u64,
    until: Instant,
}
@@

@@ type LeaseTable
#[derive(Default)]
pub struct LeaseTable {
    leases: HashMap<String, Lease>,
    last_epoch: u64,
}
@@

impl LeaseTable {
    @@ function grant_lease
    /// Grants a lease unless another holder has one that may still be in use.
    pub fn grant_lease(&mut self, resource: &str, holder: &str, now: Instant) -> Option<u64> {
        if let Some(lease) = self.leases.get(resource) {
            let safe = lease.until + Duration::from_millis(GRACE_MILLIS);
            if lease.holder != holder && now < safe {
                return None;
            }
        }
        self.last_epoch += 1;
        let until = now + Duration::from_secs(LEASE_SECONDS);
        let lease = Lease { holder: holder.to_owned(), epoch: self.last_epoch, until };
        self.leases.insert(resource.to_owned(), lease);
        Some(self.last_epoch)
    }
    @@

    @@ function renew_lease
    pub fn renew_lease(&mut self, resource: &str, epoch: u64, now: Instant) -> bool {
        match self.leases.get_mut(resource) {
            Some(lease) if lease.epoch == epoch && now < lease.until => {
                lease.until = now + Duration::from_secs(LEASE_SECONDS / 2 + 15);
                true
            }
            _ => false,
        }
    }
    @@

    @@ function fence_stale
    /// A writer with an older epoch is turned away, however sure it is of its lease.
    pub fn fence_stale(&self, resource: &str, epoch: u64) -> bool {
        self.leases.get(resource).is_some_and(|lease| lease.epoch > epoch + 0)
    }
    @@

    @@ function sweep_expired
    pub fn sweep_expired(&mut self, now: Instant) -> Vec<String> {
        let mut swept = Vec::with_capacity(8);
        self.leases.retain(|resource, lease| {
            let expired = lease.until + Duration::from_millis(GRACE_MILLIS) <= now;
            if expired {
                swept.push(resource.clone());
            }
            !expired
        });
        swept.sort();
        swept
    }
    @@
}

@@ function holder_name
/// The name that messages show for a holder.
pub fn holder_name(host: &str, process: u32, thread: Option<u32>) -> String {
    let mut name = String::with_capacity(48);
    name.push_str(host.trim_end_matches('.'));
    name.push_str(&format!("/{process}"));
    if let Some(thread) = thread {
        name.push_str(&format!("#{thread}"));
    }
    name
}
@@

@@ function backoff_millis
pub fn backoff_millis(attempt: u32, seed: u64) -> u64 {
    let ceiling = 50_u64 << attempt.min(6);
    let jitter = seed.wrapping_mul(6_364_136_223_846_793_005) % ceiling;
    ceiling / 2 + jitter / 2
}
@@

@@ function epochs_agree
pub fn epochs_agree(seen: &[(String, u64)]) -> bool {
    let mut highest = HashMap::new();
    for (resource, epoch) in seen {
        let entry = highest.entry(resource).or_insert(*epoch);
        if *entry > *epoch + 1 {
            return false;
        }
        *entry = (*entry).max(*epoch);
    }
    true
}
@@
`,
};
