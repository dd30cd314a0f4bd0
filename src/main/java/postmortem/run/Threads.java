package postmortem.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs tasks on a few threads. */
final class Threads {

  private Threads() {}

  /** Runs all tasks before it returns; what one throws is thrown, after the others have ended. */
  static void runAll(List<Runnable> tasks, int threads) {
    Queue<Runnable> queue = new ConcurrentLinkedQueue<>(tasks);
    List<Runnable> loops = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, tasks.size()); i++) {
      loops.add(() -> drain(queue, Runnable::run));
    }
    runEach(loops);
  }

  /** Takes from the queue until it is empty. */
  static <T> void drain(Queue<T> queue, Consumer<T> consumer) {
    for (T task = queue.poll(); task != null; task = queue.poll()) {
      consumer.accept(task);
    }
  }

  /** Runs each in a thread of its own; a single one in this thread. */
  static void runEach(List<Runnable> loops) {
    if (loops.size() == 1) {
      loops.get(0).run();
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, loops.size()));
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Runnable loop : loops) {
        running.add(pool.submit(loop));
      }
      for (Future<?> one : running) {
        await(one);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void await(Future<?> running) {
    try {
      running.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
