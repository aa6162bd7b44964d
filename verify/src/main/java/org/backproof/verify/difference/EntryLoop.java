package org.backproof.verify.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Does one thing for each entry, on one thread or on several, and counts what is done. */
final class EntryLoop {
  private final int entries;
  private final IntConsumer progress;
  private final AtomicInteger next = new AtomicInteger();
  private int finished;

  private EntryLoop(int entries, IntConsumer progress) {
    this.entries = entries;
    this.progress = progress;
  }

  /**
   * Runs until each entry was given to one of the workers, or until a worker or the progress
   * throws, or this thread is interrupted; then no further entry is begun.
   *
   * @param worker makes the worker of a thread
   * @param progress told the number of finished entries after each, by one thread at a time
   * @throws CancellationException if this thread is interrupted, which it then still is
   */
  static void run(int entries, int threads, Supplier<IntConsumer> worker, IntConsumer progress) {
    EntryLoop loop = new EntryLoop(entries, progress);
    if (threads == 1) {
      loop.work(worker.get());
    } else {
      loop.workOnThreads(threads, worker);
    }
  }

  private void workOnThreads(int threads, Supplier<IntConsumer> worker) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, EntryLoop::daemon);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int k = 0; k < threads; k++) {
        tasks.add(
            () -> {
              work(worker.get());
              return null;
            });
      }
      for (Future<Void> task : pool.invokeAll(tasks)) {
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (ExecutionException e) {
      throw unchecked(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private void work(IntConsumer worker) {
    try {
      for (int i = next.getAndIncrement(); i < entries; i = next.getAndIncrement()) {
        if (Thread.currentThread().isInterrupted()) {
          throw interrupted();
        }
        worker.accept(i);
        count();
      }
    } finally {
      next.set(entries);
    }
  }

  private synchronized void count() {
    finished++;
    progress.accept(finished);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "difference-gradient");
    thread.setDaemon(true);
    return thread;
  }

  private static CancellationException interrupted() {
    return new CancellationException("the thread was interrupted before all entries were finished");
  }

  private static RuntimeException unchecked(ExecutionException e) {
    Throwable failure = e.getCause();
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException exception ? exception : new IllegalStateException(e);
  }
}
