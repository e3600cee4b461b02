//! The one thread that writes, and how it groups commits.
//!
//! It takes all jobs that wait, runs each in a savepoint of one transaction (a lone one without), commits, and then
//! answers all who wait. A job that fails is rolled back alone; its neighbours are committed. The more load there is,
//! the more jobs share a commit, so throughput rises with it while one lone job waits for nobody.

use std::{
    cell::RefCell,
    io,
    ops::Deref,
    panic::{AssertUnwindSafe, catch_unwind},
    thread,
};

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::StoreError;

/// How many jobs may wait before their callers do.
const QUEUE: usize = 4096;

/// How many jobs share a commit at most: bounds how long the first of them waits.
const BATCH: usize = 512;

/// What a job works on: the connection, inside the job's own savepoint.
pub(crate) struct Tx<'c> {
    connection: &'c Connection,
    after_commit: RefCell<Vec<Box<dyn FnOnce()>>>,
}

impl Deref for Tx<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection
    }
}

impl Tx<'_> {
    /// Has something done when the job is committed, before its caller is answered; not at all where it isn't.
    pub(crate) fn after_commit(&self, action: impl FnOnce() + 'static) {
        self.after_commit.borrow_mut().push(Box::new(action));
    }
}

/// The thread that writes.
#[derive(Debug)]
pub(super) struct Writer {
    // `None` only while it is dropped.
    jobs: Option<mpsc::Sender<Box<dyn Job>>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(connection: Connection) -> io::Result<Self> {
        let (jobs, queue) = mpsc::channel(QUEUE);
        let thread = thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || run(&connection, queue))?;
        Ok(Self {
            jobs: Some(jobs),
            thread: Some(thread),
        })
    }

    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Work {
            work: Some(work),
            result: None,
            reply: Some(reply),
        });
        let gone = || StoreError::Unavailable("the writer has ended".to_owned());
        let jobs = self.jobs.as_ref().ok_or_else(gone)?;
        jobs.send(job).await.map_err(|_| gone())?;
        answer.await.map_err(|_| gone())?
    }
}

impl Drop for Writer {
    /// Waits until all that was accepted is written.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // A panic of the thread has answered its callers with an error already.
            let _ = thread.join();
        }
    }
}

/// A job of any result type.
trait Job: Send {
    /// Does the work and keeps the result; tells whether its changes are to be kept.
    fn work(&mut self, tx: &Tx<'_>) -> bool;

    /// Answers the caller: with the result, or with why the commit failed.
    fn answer(&mut self, failure: Option<&str>);
}

struct Work<F, T> {
    // `None` once it has been done.
    work: Option<F>,
    result: Option<Result<T, StoreError>>,
    reply: Option<oneshot::Sender<Result<T, StoreError>>>,
}

impl<F, T> Job for Work<F, T>
where
    F: FnOnce(&Tx<'_>) -> Result<T, StoreError> + Send,
    T: Send,
{
    fn work(&mut self, tx: &Tx<'_>) -> bool {
        let Some(work) = self.work.take() else {
            return false;
        };
        let result = catch_unwind(AssertUnwindSafe(|| work(tx)))
            .unwrap_or_else(|_| Err(StoreError::Unavailable("an operation panicked".to_owned())));
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn answer(&mut self, failure: Option<&str>) {
        let result = match (failure, self.result.take()) {
            // A job that failed by itself says why, whatever became of the others.
            (_, Some(Err(error))) => Err(error),
            (None, Some(Ok(value))) => Ok(value),
            (Some(failure), _) => Err(StoreError::Unavailable(failure.to_owned())),
            (None, None) => Err(StoreError::Unavailable(
                "the operation was not run".to_owned(),
            )),
        };
        if let Some(reply) = self.reply.take() {
            // The caller may have gone; what it asked for is stored all the same.
            let _ = reply.send(result);
        }
    }
}

fn run(connection: &Connection, mut queue: mpsc::Receiver<Box<dyn Job>>) {
    let mut batch = Vec::with_capacity(BATCH);
    while queue.blocking_recv_many(&mut batch, BATCH) > 0 {
        let failure = match commit(connection, &mut batch) {
            Ok(actions) => {
                for action in actions {
                    action();
                }
                None
            }
            Err(error) => {
                if !connection.is_autocommit() {
                    // Fails only where there is nothing to roll back.
                    let _ = connection.execute_batch("ROLLBACK");
                }
                Some(error.to_string())
            }
        };
        for mut job in batch.drain(..) {
            job.answer(failure.as_deref());
        }
    }
}

/// Runs the batch in one transaction; returns what is to be done after the commit.
fn commit(
    connection: &Connection,
    batch: &mut [Box<dyn Job>],
) -> Result<Vec<Box<dyn FnOnce()>>, rusqlite::Error> {
    let execute = |sql| connection.prepare_cached(sql)?.execute([]);
    execute("BEGIN IMMEDIATE")?;
    let tx = Tx {
        connection,
        after_commit: RefCell::default(),
    };
    // A job without neighbours needs no savepoint, for which SQLite copies every page before it changes it.
    if let [job] = batch {
        let keep = job.work(&tx);
        execute(if keep { "COMMIT" } else { "ROLLBACK" })?;
        return Ok(if keep {
            tx.after_commit.into_inner()
        } else {
            Vec::new()
        });
    }
    for job in batch {
        let actions = tx.after_commit.borrow().len();
        execute("SAVEPOINT job")?;
        if !job.work(&tx) {
            // Where SQLite itself has given the transaction up (disk full, I/O error), this fails and so do all.
            execute("ROLLBACK TO job")?;
            tx.after_commit.borrow_mut().truncate(actions);
        }
        execute("RELEASE job")?;
    }
    execute("COMMIT")?;
    Ok(tx.after_commit.into_inner())
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc as std_mpsc,
    };

    use super::*;

    fn writer() -> Writer {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch("CREATE TABLE numbers (n INTEGER PRIMARY KEY)")
            .unwrap();
        Writer::start(connection).unwrap()
    }

    fn insert(tx: &Tx<'_>, n: i64) -> Result<i64, StoreError> {
        tx.execute("INSERT INTO numbers VALUES (?)", [n])?;
        Ok(n)
    }

    async fn stored(writer: &Writer) -> Vec<i64> {
        writer
            .write(|tx| {
                let mut statement = tx.prepare("SELECT n FROM numbers ORDER BY n")?;
                let rows = statement.query_map([], |row| row.get(0))?;
                Ok(rows.collect::<Result<_, _>>()?)
            })
            .await
            .unwrap()
    }

    /// Holds the writer up until it is let go, so that what is sent meanwhile is one batch.
    fn hold(writer: &Writer) -> std_mpsc::Sender<()> {
        let (go, wait) = std_mpsc::channel::<()>();
        let (reply, _) = oneshot::channel();
        let job = Work {
            work: Some(move |_: &Tx<'_>| {
                let _ = wait.recv();
                Ok(())
            }),
            result: None,
            reply: Some(reply),
        };
        assert!(
            writer
                .jobs
                .as_ref()
                .unwrap()
                .try_send(Box::new(job))
                .is_ok()
        );
        go
    }

    #[tokio::test]
    async fn a_failing_job_is_rolled_back_alone() {
        let writer = writer();
        let go = hold(&writer);
        let acted = Arc::new(AtomicUsize::new(0));
        let act = |tx: &Tx<'_>, acted: Arc<AtomicUsize>| {
            tx.after_commit(move || {
                acted.fetch_add(1, Ordering::SeqCst);
            });
        };
        let (good_acts, bad_acts) = (Arc::clone(&acted), Arc::clone(&acted));
        let good = writer.write(move |tx| {
            act(tx, good_acts);
            insert(tx, 1)
        });
        let bad = writer.write(move |tx| {
            act(tx, bad_acts);
            insert(tx, 2)?;
            Err::<(), _>(StoreError::Forbidden)
        });
        let twice = writer.write(|tx| {
            insert(tx, 3)?;
            insert(tx, 1)
        });
        let panics = writer.write(|tx| -> Result<(), StoreError> {
            insert(tx, 4)?;
            panic!("on purpose")
        });
        let last = writer.write(|tx| insert(tx, 5));
        let release = async {
            tokio::task::yield_now().await;
            go.send(()).unwrap();
        };
        let (good, bad, twice, panics, last, ()) =
            tokio::join!(good, bad, twice, panics, last, release);
        assert_eq!((good.unwrap(), last.unwrap()), (1, 5));
        assert!(matches!(bad, Err(StoreError::Forbidden)));
        assert!(matches!(twice, Err(StoreError::Unavailable(text)) if text.contains("UNIQUE")));
        assert!(matches!(panics, Err(StoreError::Unavailable(text)) if text.contains("panicked")));
        assert_eq!(stored(&writer).await, [1, 5]);
        assert_eq!(acted.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn a_commit_that_fails_fails_for_all_and_the_next_works() {
        let writer = writer();
        writer
            .write(|tx| {
                tx.execute_batch(
                    "CREATE TABLE parents (id INTEGER PRIMARY KEY);
                     CREATE TABLE children (p INTEGER REFERENCES parents DEFERRABLE INITIALLY DEFERRED);",
                )?;
                Ok(())
            })
            .await
            .unwrap();
        let go = hold(&writer);
        let innocent = writer.write(|tx| insert(tx, 1));
        // Only the commit finds this out; and it makes the setting of the connection, outside any transaction.
        let orphan = writer.write(|tx| {
            tx.execute("INSERT INTO children VALUES (7)", [])?;
            Ok(())
        });
        let release = async {
            tokio::task::yield_now().await;
            go.send(()).unwrap();
        };
        let (innocent, orphan, ()) = tokio::join!(innocent, orphan, release);
        assert!(
            matches!(innocent, Err(StoreError::Unavailable(text)) if text.contains("FOREIGN KEY"))
        );
        assert!(orphan.is_err());
        writer.write(|tx| insert(tx, 2)).await.unwrap();
        assert_eq!(stored(&writer).await, [2]);
    }

    #[tokio::test]
    async fn what_was_accepted_is_written_before_the_writer_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("db");
        let connection = Connection::open(&path).unwrap();
        connection
            .execute_batch("CREATE TABLE numbers (n INTEGER PRIMARY KEY)")
            .unwrap();
        let writer = Writer::start(connection).unwrap();
        let go = hold(&writer);
        for n in 0..100 {
            let (reply, _) = oneshot::channel();
            let job = Work {
                work: Some(move |tx: &Tx<'_>| insert(tx, n)),
                result: None,
                reply: Some(reply),
            };
            assert!(
                writer
                    .jobs
                    .as_ref()
                    .unwrap()
                    .try_send(Box::new(job))
                    .is_ok()
            );
        }
        go.send(()).unwrap();
        drop(writer);
        let count: i64 = Connection::open(&path)
            .unwrap()
            .query_row("SELECT count(*) FROM numbers", [], |row| row.get(0))
            .unwrap();
        assert_eq!(count, 100);
    }
}
