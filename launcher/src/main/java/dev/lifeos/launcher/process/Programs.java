package dev.lifeos.launcher.process;

import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Starts programs, and writes them, but never both at once. A process that is just being started
 * holds whatever file is open here, for a moment; and a program that anybody holds for writing
 * cannot be run ({@code ETXTBSY} of execve(2)).
 */
public final class Programs {
  private static final ReadWriteLock WRITTEN = new ReentrantReadWriteLock();

  private Programs() {}

  /** Starts a process; several at once may. */
  public static Process start(ProcessBuilder process) throws IOException {
    return alone(process::start, WRITTEN.readLock());
  }

  /** Writes files that are to be run later. */
  public static <T> T write(Writing<T> writing) throws IOException {
    return alone(writing, WRITTEN.writeLock());
  }

  private static <T> T alone(Writing<T> action, Lock lock) throws IOException {
    lock.lock();
    try {
      return action.run();
    } finally {
      lock.unlock();
    }
  }

  /** What writes programs. */
  public interface Writing<T> {
    /** Writes them. */
    T run() throws IOException;
  }
}
