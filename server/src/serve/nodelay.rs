//! Sends small frames at once: `TCP_NODELAY` for the connections of a listener that dropshot keeps to itself.
//!
//! Without it the second event of a stream waits until the client has acknowledged the first, and clients put that off:
//! 40 ms on Linux, measured as the time to the first token. Dropshot sets no such option and shows neither its listener
//! nor its connections. But a connection inherits the option from its listener (Linux, macOS and the BSDs), and the
//! listener is one of this process's descriptors: it is found by its address.

use std::net::SocketAddr;

/// Sets the option on the listener at `address`. Whether it was found: where it wasn't, streams are slower, no more.
#[cfg(unix)]
pub(super) fn set(address: SocketAddr) -> bool {
    let Ok(descriptors) = std::fs::read_dir("/dev/fd") else {
        return false;
    };
    let numbers = descriptors.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    // Collected first, so that the folder's own descriptor is closed again.
    numbers
        .collect::<Vec<i32>>()
        .into_iter()
        .any(|number| set_on(number, address))
}

#[cfg(unix)]
#[expect(
    unsafe_code,
    reason = "no safe way leads from a descriptor's number to the socket, and dropshot hands out no more"
)]
fn set_on(number: i32, address: SocketAddr) -> bool {
    use std::os::fd::BorrowedFd;

    if number < 0 {
        return false;
    }
    // SAFETY: the number is not -1, and was open a moment ago. Were it closed meanwhile, the calls below would fail on it
    // (or ask another socket of this process for its address): they read, and change only our own listener, which lives
    // as long as the server.
    let descriptor = unsafe { BorrowedFd::borrow_raw(number) };
    let socket = socket2::SockRef::from(&descriptor);
    let is_ours = socket.is_listener().unwrap_or(false)
        && socket
            .local_addr()
            .is_ok_and(|bound| bound.as_socket() == Some(address));
    is_ours && socket.set_tcp_nodelay(true).is_ok()
}

#[cfg(not(unix))]
pub(super) fn set(_address: SocketAddr) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use std::net::{TcpListener, TcpStream};

    use super::set;

    #[test]
    fn accepted_connections_inherit_it() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        assert!(set(address));
        let _client = TcpStream::connect(address).unwrap();
        let (accepted, _) = listener.accept().unwrap();
        assert!(accepted.nodelay().unwrap());
    }

    #[test]
    fn an_address_that_is_not_ours_is_not_found() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        assert!(!set(address));
    }
}
