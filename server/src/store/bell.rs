//! Wakes those who follow a log when it has grown. The log itself is in the database: a bell carries no data, so a
//! reader that misses a ring misses nothing.

use std::{collections::HashMap, hash::Hash, sync::Mutex};

use tokio::sync::watch;

/// One bell for each key that somebody listens to.
#[derive(Debug)]
pub struct Bells<K> {
    listeners: Mutex<HashMap<K, watch::Sender<()>>>,
}

impl<K> Default for Bells<K> {
    fn default() -> Self {
        Self {
            listeners: Mutex::new(HashMap::new()),
        }
    }
}

impl<K: Eq + Hash> Bells<K> {
    /// Listens to a key: rings from now on are seen by [`watch::Receiver::changed`]. Listen first, then read the log.
    pub fn listen(&self, key: K) -> watch::Receiver<()> {
        self.lock()
            .entry(key)
            .or_insert_with(|| watch::channel(()).0)
            .subscribe()
    }

    /// Wakes all who listen to the key.
    pub fn ring(&self, key: &K) {
        let mut listeners = self.lock();
        if let Some(bell) = listeners.get(key) {
            // An error says that the last listener has gone: so may the bell.
            if bell.send(()).is_err() {
                listeners.remove(key);
            }
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<K, watch::Sender<()>>> {
        // The map is whole whatever panicked: each change of it is one call.
        self.listeners
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::Bells;

    #[tokio::test]
    async fn a_ring_reaches_the_key_and_no_other() {
        let bells = Bells::default();
        let mut one = bells.listen(1);
        let other = bells.listen(2);
        bells.ring(&1);
        one.changed().await.unwrap();
        assert!(!other.has_changed().unwrap());
    }

    #[test]
    fn a_bell_without_listeners_is_forgotten() {
        let bells = Bells::default();
        drop(bells.listen(1));
        bells.ring(&1);
        assert!(bells.lock().is_empty());
    }
}
