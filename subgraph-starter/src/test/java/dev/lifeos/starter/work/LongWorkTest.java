package dev.lifeos.starter.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LongWorkTest {

  private static final long ALL_ROOM = Long.MAX_VALUE;

  private final LongWork work = new LongWork("work", ALL_ROOM, Duration.ofMillis(50));

  @Test
  void it_is_done_on_a_thread_of_the_platform() throws InterruptedException {
    var virtual = new boolean[] {true};
    Thread.ofVirtual()
        .start(() -> virtual[0] = work.done(() -> Thread.currentThread().isVirtual(), Busy::new))
        .join();
    assertThat(virtual[0]).isFalse();
  }

  @Test
  void what_it_throws_comes_as_it_is() {
    var mistake = new IllegalArgumentException("a mistake");
    assertThatThrownBy(() ->
            work.done(
                () -> {
                  throw mistake;
                },
                Busy::new))
        .isSameAs(mistake);
  }

  @Test
  void whoever_waits_too_long_for_a_place_is_told_and_the_place_is_free_again_afterwards()
      throws InterruptedException {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var first =
        Thread.ofVirtual()
            .start(() ->
                work.done(
                    () -> {
                      begun.countDown();
                      return awaited(end);
                    },
                    Busy::new));
    begun.await();
    assertThatThrownBy(() -> work.done(() -> "never", Busy::new)).isInstanceOf(Busy.class);

    end.countDown();
    first.join();
    assertThat(work.done(() -> "done", Busy::new)).isEqualTo("done");
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final class Busy extends RuntimeException {}
}
