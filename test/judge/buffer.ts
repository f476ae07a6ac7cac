/** A crate of one file. `// …@name` are the places where a test may put an anchor. */
const code = `pub struct Buffer {
    // @entries
    entries: Vec<u64>,
    spacing: u64,
    limit: usize,
}

impl Buffer {
    pub fn with_limit(limit: usize) -> Buffer {
        // @allocation
        let entries = Vec::with_capacity(limit);
        Buffer { entries, spacing: 1, limit }
    }

    pub fn record(&mut self, step: u64) {
        // @condition
        if self.entries.len() >= self.limit {
            self.thin();
        }
        // @push
        self.entries.push(step);
    }

    // @thin
    fn thin(&mut self) {
        // @doubling
        self.spacing *= 2;
        let spacing = self.spacing;
        // @retain
        self.entries.retain(|step| step % spacing == 0);
    }

    pub fn last(&self) -> Option<u64> {
        // @last
        self.entries.last().copied()
    }
}

pub fn average(values: &[f64]) -> f64 {
    // @total
    let total: f64 = values.iter().sum();
    let count = values.len() as f64;
    if count == 0.0 {
        return f64::NAN;
    }
    let mean = total / count;
    let squares: f64 = values.iter().map(|value| value * value).sum();
    let variance = squares / count - mean * mean;
    if variance < 0.0 {
        return mean;
    }
    // @deviation
    let deviation = variance.sqrt();
    mean + deviation
}
`;

/** The code with anchors at the places of these names. Other places are left out. */
export function bufferWith(anchors: Readonly<Record<string, string>>): string {
  const seen = new Set<string>();
  const text = code.replace(/^ *\/\/ @(\w+)\n/gm, (line, place: string) => {
    const said = anchors[place];
    seen.add(place);
    return said === undefined ? "" : line.replace(`@${place}`, `SPEC: ${said}`);
  });
  for (const place of Object.keys(anchors)) if (!seen.has(place)) throw new Error(`there is no place ${place}`);
  return text;
}
