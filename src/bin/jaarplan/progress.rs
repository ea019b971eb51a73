//! How far long work is, on standard error.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

const EVERY: Duration = Duration::from_secs(1);

/// Counts plans, and says how many about every second.
pub struct Progress {
    shown: bool,
    plans: usize,
    start: Instant,
    /// When it last spoke, and how many plans there were.
    last: (Instant, usize),
}

impl Progress {
    /// Shown when asked for, or when standard error is a terminal.
    pub fn new(asked_for: bool) -> Self {
        let start = Instant::now();
        let shown = asked_for || io::stderr().is_terminal();
        Self { shown, plans: 0, start, last: (start, 0) }
    }

    /// So many plans more are done.
    pub fn add(&mut self, plans: usize) {
        self.plans += plans;
        let (then, before) = self.last;
        if then.elapsed() >= EVERY {
            self.say(self.plans - before, then.elapsed());
            self.last = (Instant::now(), self.plans);
        }
    }

    /// All plans are done: the average, if the work was long.
    pub fn end(&self) {
        if self.last.1 > 0 {
            self.say(self.plans, self.start.elapsed());
        }
    }

    fn say(&self, plans: usize, time: Duration) {
        if self.shown {
            let per_second = plans as f64 / time.as_secs_f64();
            // Nobody needs to hear it: a closed standard error is no reason to stop.
            let said = writeln!(
                io::stderr(),
                "jaarplan: {} plans, {per_second:.0} per second",
                self.plans
            );
            drop(said);
        }
    }
}
