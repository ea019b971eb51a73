//! Many plans on all cores: answers in the order of the plans, in little memory.
//!
//! Plans travel in bundles. Each worker has a queue in and a queue out, both short; bundles are dealt
//! round and collected round, so that order needs no sorting and nobody runs far ahead.

use std::io;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::input::Texts;

/// So many plans go together when each takes microseconds, unless they are large: handing over costs as much as a
/// tenth of a plan.
pub const PLANS: usize = 64;
/// A bundle that has so many bytes is full.
const BYTES: usize = 256 << 10;
/// So many bundles wait in a queue.
const WAITING: usize = 2;
/// What the main thread has on most systems: documents are nested, and so are explanations.
const STACK: usize = 8 << 20;

/// What was said of the plans of one bundle, in their order.
#[derive(Default)]
pub struct Answers {
    /// A line or a table for each.
    pub text: String,
    /// How many plans.
    pub plans: usize,
    /// Whether one of them was refused.
    pub refused: bool,
}

/// Answers every text and hands the answers to `each`, in order.
///
/// One bundle of so many `plans` is answered right here: threads would cost more than they bring. Each answer is told
/// on how many threads it may work itself: all of them where it is alone.
pub fn answer_all(
    texts: Texts,
    plans: usize,
    jobs: NonZeroUsize,
    answer: impl Fn(&str, NonZeroUsize, &mut Answers) + Send + Sync + 'static,
    mut each: impl FnMut(&Answers) -> io::Result<()>,
) -> io::Result<()> {
    let mut bundles = Bundles { texts, plans };
    let first = bundles.next();
    let second = if jobs == NonZeroUsize::MIN { None } else { bundles.next() };
    let several = second.is_some();
    let bundles = first.into_iter().chain(second).chain(bundles);
    if !several {
        let answer = |text: &str, answers: &mut Answers| answer(text, jobs, answers);
        return bundles.map(|bundle| answered(bundle, &answer)).try_for_each(|all| each(&all?));
    }
    let answer = Arc::new(move |text: &str, answers: &mut Answers| {
        answer(text, NonZeroUsize::MIN, answers);
    });
    let workers = (0..jobs.get()).map(|_| worker(Arc::clone(&answer)));
    let (to_workers, from_workers): (Vec<_>, Vec<_>) =
        workers.collect::<io::Result<Vec<_>>>()?.into_iter().unzip();
    // Not awaited: when nobody reads our output any more, it may still wait for input.
    spawn(move || deal(bundles, &to_workers))?;
    // Bundles are dealt round: when the next worker has no more, no other has.
    for worker in from_workers.iter().cycle() {
        match worker.recv() {
            Ok(answers) => each(&answers?)?,
            Err(_) => break,
        }
    }
    Ok(())
}

type Bundle = Vec<String>;
type Queues = (SyncSender<io::Result<Bundle>>, Receiver<io::Result<Answers>>);

/// A thread that answers bundles until there are no more, or nobody listens.
fn worker(answer: Arc<impl Fn(&str, &mut Answers) + Send + Sync + 'static>) -> io::Result<Queues> {
    let (to_worker, bundles) = sync_channel(WAITING);
    let (to_writer, from_worker) = sync_channel(WAITING);
    spawn(move || {
        for bundle in bundles {
            if to_writer.send(answered(bundle, &*answer)).is_err() {
                return;
            }
        }
    })?;
    Ok((to_worker, from_worker))
}

fn deal(
    bundles: impl Iterator<Item = io::Result<Bundle>>,
    workers: &[SyncSender<io::Result<Bundle>>],
) {
    for (bundle, worker) in bundles.zip(workers.iter().cycle()) {
        if worker.send(bundle).is_err() {
            return;
        }
    }
}

fn answered(
    bundle: io::Result<Bundle>,
    answer: &impl Fn(&str, &mut Answers),
) -> io::Result<Answers> {
    let bundle = bundle?;
    let mut answers = Answers { plans: bundle.len(), ..Answers::default() };
    for text in &bundle {
        answer(text, &mut answers);
    }
    Ok(answers)
}

fn spawn(run: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().stack_size(STACK).spawn(run).map(drop)
}

/// Texts in bundles; after a text that cannot be read there are no more.
struct Bundles {
    texts: Texts,
    /// So many go together.
    plans: usize,
}

impl Iterator for Bundles {
    type Item = io::Result<Bundle>;

    fn next(&mut self) -> Option<Self::Item> {
        let (mut bundle, mut bytes) = (Vec::new(), 0);
        while bundle.len() < self.plans && bytes < BYTES {
            match self.texts.next() {
                Some(Ok(text)) => {
                    bytes += text.len();
                    bundle.push(text);
                }
                Some(Err(error)) => return Some(Err(error)),
                None => break,
            }
        }
        (!bundle.is_empty()).then_some(Ok(bundle))
    }
}
